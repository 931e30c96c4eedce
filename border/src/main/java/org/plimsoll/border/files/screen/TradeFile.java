package org.plimsoll.border.files.screen;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.plimsoll.border.files.table.FixedTable;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.screening.TradeRow;

/** Tables of trade for the screening, as CSV; what the source is, stands in the last cell. */
public final class TradeFile {
  private static final String HEADER = "period,code,exporter,importer,amount,unit,source";

  private TradeFile() {}

  /**
   * Reads a table.
   *
   * @throws UnreadableInput with the line that is wrong
   */
  public static List<TradeRow> read(Path file) throws IOException {
    return FixedTable.read(file, HEADER, TradeFile::row);
  }

  private static TradeRow row(String place, String[] cells) throws UnreadableInput {
    try {
      BigDecimal amount = new BigDecimal(cells[4]);
      if (amount.signum() >= 0) {
        return new TradeRow(cells[0], cells[1], cells[2], cells[3], amount, cells[5]);
      }
    } catch (NumberFormatException e) {
      // Said below, as for a negative amount.
    }
    throw new UnreadableInput(
        "%s, amount: '%s' is no amount\nMaybe write 1234.5".formatted(place, cells[4]));
  }
}
