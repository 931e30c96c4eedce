package org.plimsoll.border.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.border.screening.TradeRow;

/** Tables of trade for the screening, as CSV; what the source is, stands in the last cell. */
public final class TradeFile {
  private static final String HEADER = "period,code,exporter,importer,amount,unit,source";
  private static final int CELLS = 7;

  private TradeFile() {}

  /**
   * Reads a table.
   *
   * @throws UnreadableInput with the line that is wrong
   */
  public static List<TradeRow> read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new UnreadableInput("there is no file " + file + "\nMaybe check the path", e);
    }
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new UnreadableInput(file + " does not begin with its header\nMaybe write " + HEADER);
    }
    List<TradeRow> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      rows.add(row(file, i + 1, lines.get(i).split(",", CELLS)));
    }
    return rows;
  }

  private static TradeRow row(Path file, int line, String[] cells) throws UnreadableInput {
    if (cells.length < CELLS) {
      throw new UnreadableInput(
          "%s, line %d has %d cells\nMaybe write all of %s"
              .formatted(file, line, cells.length, HEADER));
    }
    try {
      BigDecimal amount = new BigDecimal(cells[4]);
      if (amount.signum() >= 0) {
        return new TradeRow(cells[0], cells[1], cells[2], cells[3], amount, cells[5]);
      }
    } catch (NumberFormatException e) {
      // Said below, as for a negative amount.
    }
    throw new UnreadableInput(
        "%s, line %d, amount: '%s' is no amount\nMaybe write 1234.5"
            .formatted(file, line, cells[4]));
  }
}
