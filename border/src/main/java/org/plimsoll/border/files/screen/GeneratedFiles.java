package org.plimsoll.border.files.screen;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.border.files.table.EntryCsv;
import org.plimsoll.border.files.table.FixedTable;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.screening.CircumventionKind;
import org.plimsoll.border.screening.EntryGenerator;
import org.plimsoll.border.screening.GeneratedEntry;

/** Generated entries, and beside them what was planted. */
public final class GeneratedFiles {
  private static final String TRUTH_HEADER = "entry_id,line,kind,truth";

  private GeneratedFiles() {}

  /**
   * Writes entries and truth, one line at a time.
   *
   * @return how many lines of each kind were planted
   */
  public static SortedMap<CircumventionKind, Long> write(
      EntryGenerator generator, long lines, Path entries, Path truth) throws IOException {
    SortedMap<CircumventionKind, Long> planted = new TreeMap<>();
    try (BufferedWriter out = Files.newBufferedWriter(entries);
        BufferedWriter side = Files.newBufferedWriter(truth)) {
      out.write(EntryCsv.header() + "\n");
      side.write(TRUTH_HEADER + "\n");
      for (long i = 0; i < lines; i++) {
        GeneratedEntry made = generator.make(i);
        out.write(EntryCsv.row(made.line()));
        out.write('\n');
        if (made.kind().isPresent()) {
          CircumventionKind kind = made.kind().get();
          planted.merge(kind, 1L, Long::sum);
          side.write(
              "%s,%d,%s,%s\n"
                  .formatted(made.line().entryId(), made.line().line(), kind.word(), made.truth()));
        }
      }
    }
    return planted;
  }

  /**
   * Reads what was planted, by entry and line.
   *
   * @throws UnreadableInput if the file is no such file
   */
  public static SortedMap<String, CircumventionKind> readTruth(Path truth) throws IOException {
    SortedMap<String, CircumventionKind> kinds = new TreeMap<>();
    FixedTable.read(
        truth,
        TRUTH_HEADER,
        (place, cells) -> {
          try {
            CircumventionKind kind = CircumventionKind.parse(cells[2]);
            kinds.put(cells[0] + "/" + cells[1], kind);
            return kind;
          } catch (IllegalArgumentException e) {
            throw new UnreadableInput(place + ": " + e.getMessage(), e);
          }
        });
    return kinds;
  }
}
