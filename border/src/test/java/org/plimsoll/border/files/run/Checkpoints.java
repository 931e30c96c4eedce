package org.plimsoll.border.files.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.input.EntrySource;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.QuotaLedger;
import org.plimsoll.border.levy.ScheduleBook;

/** The folder of a run that was killed so many batches after it began, in the middle of a row. */
final class Checkpoints {
  private Checkpoints() {}

  static void write(Path entries, Path folder, int batches) throws IOException {
    ScheduleBook book = ScheduleBook.of(TinyLaw.schedule());
    write(EntryInput.of(entries), folder, batches, book, new LevyEngine(book), Progress.NONE);
  }

  /** The same under another law, and with bills of materials. */
  static void write(
      EntryInput input,
      Path folder,
      int batches,
      ScheduleBook book,
      LevyEngine engine,
      String materials)
      throws IOException {
    Files.createDirectories(folder);
    Progress progress =
        new Progress(
            new Progress.Began(
                input.fingerprint(), ScheduleFile.fingerprint(book), materials, Progress.NONE));
    QuotaLedger quotas = new QuotaLedger();
    String results = BatchWork.resultsHeader();
    String rejects = BatchWork.rejectsHeader();
    StringBuilder text = new StringBuilder(results);
    progress.begin(results.length(), rejects.length());
    try (EntrySource source = input.open()) {
      BatchWork work = new BatchWork(input.name(), engine, quotas, source.splitter());
      for (int i = 0; i < batches; i++) {
        assertTrue(source.next(work.records()));
        BatchWork.Done done = work.run();
        text.append(StandardCharsets.UTF_8.decode(done.results().toBuffer()));
        progress.count(done);
      }
    }
    if (batches > 0) {
      Progress.replace(folder, progress.toText(quotas));
    }
    Files.writeString(folder.resolve(AssessRun.RESULTS), text + "E17,1,2027-03");
    Files.writeString(folder.resolve(AssessRun.REJECTS), rejects, StandardOpenOption.CREATE);
  }
}
