package org.plimsoll.border.files.input;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Consumer;
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
   * @param brokenAfter the last line that is whole, if the file breaks off behind it
   */
  public record Count(long read, long refused, OptionalLong brokenAfter) {}

  /**
   * Gives every line that can be read to the taker, in the order of the file.
   *
   * @throws UnreadableInput if the input is no file of entries
   */
  public static Count read(EntryInput input, Consumer<EntryLine> taker) throws IOException {
    try (EntrySource source = input.open()) {
      CellSplitter splitter = source.splitter();
      EntryReading reading = new EntryReading();
      long read = 0;
      long refused = 0;
      OptionalLong brokenAfter = OptionalLong.empty();
      Records records = new Records();
      while (source.next(records)) {
        records.split(splitter);
        for (int i = 0; i < records.count(); i++) {
          read++;
          try {
            taker.accept(reading.read(records.cells(i)));
          } catch (LineRefused e) {
            refused++;
          } catch (UnreadableRecord e) {
            refused++;
            if (records.isBreak(i)) {
              brokenAfter = OptionalLong.of(records.line(i) - 1);
            }
          }
        }
      }
      return new Count(read, refused, brokenAfter);
    } catch (UnreadableRecord e) {
      throw new UnreadableInput(input.name() + " " + e.reason(), e);
    }
  }
}
