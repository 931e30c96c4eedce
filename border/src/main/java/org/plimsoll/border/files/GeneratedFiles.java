package org.plimsoll.border.files;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
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
    try (BufferedReader in = Files.newBufferedReader(truth)) {
      String line = in.readLine();
      if (!TRUTH_HEADER.equals(line)) {
        throw new UnreadableInput(
            truth + " does not begin with " + TRUTH_HEADER + "\nMaybe it is no file of truth");
      }
      int number = 1;
      for (line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        String[] cells = line.split(",", 4);
        if (cells.length < 4) {
          throw new UnreadableInput(truth + ", line " + number + " has not four cells");
        }
        kinds.put(cells[0] + "/" + cells[1], CircumventionKind.parse(cells[2]));
      }
    }
    return kinds;
  }
}
