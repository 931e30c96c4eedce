package org.plimsoll.border.files.input;

import java.io.IOException;
import java.util.function.Consumer;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.files.table.UnreadableRecord;

/** Reads a file of entries line by line, for whoever wants the lines and no assessment. */
public final class EntryLines {
  private EntryLines() {}

  /**
   * What was read.
   *
   * @param read records in all
   * @param refused of them that are no line; the rejects of an assessment say why
   */
  public record Count(long read, long refused) {}

  /**
   * Gives every line that can be read to the taker, in the order of the file.
   *
   * @throws UnreadableInput if the input is no file of entries
   */
  public static Count read(EntryInput input, Consumer<EntryLine> taker) throws IOException {
    try (EntrySource source = input.open()) {
      CellSplitter splitter = source.splitter();
      EntryReading reading = new EntryReading();
      Cells cells = new Cells();
      long read = 0;
      long refused = 0;
      Records records = new Records();
      while (source.next(records)) {
        for (int i = 0; i < records.count(); i++) {
          read++;
          try {
            records.split(i, splitter, cells);
            taker.accept(reading.read(cells));
          } catch (LineRefused | UnreadableRecord e) {
            refused++;
          }
        }
      }
      return new Count(read, refused);
    } catch (UnreadableRecord e) {
      throw new UnreadableInput(input.name() + " " + e.reason(), e);
    }
  }
}
