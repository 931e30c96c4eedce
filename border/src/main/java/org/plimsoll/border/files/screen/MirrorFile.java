package org.plimsoll.border.files.screen;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.plimsoll.border.files.table.FixedTable;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.screening.MirrorRow;

/** Trade as both sides declare it, as CSV; what the source is, stands in the last cell. */
public final class MirrorFile {
  private static final String HEADER =
      "period,code,exporter,importer,exported,imported,unit,duty,source";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");

  private MirrorFile() {}

  /**
   * Reads a table.
   *
   * @throws UnreadableInput with the line that is wrong
   */
  public static List<MirrorRow> read(Path file) throws IOException {
    return FixedTable.read(file, HEADER, MirrorFile::row);
  }

  private static MirrorRow row(String place, String[] cells) throws UnreadableInput {
    return new MirrorRow(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        number(place, "exported", cells[4]),
        number(place, "imported", cells[5]),
        cells[6],
        number(place, "duty", cells[7]));
  }

  private static BigDecimal number(String place, String column, String text)
      throws UnreadableInput {
    if (!NUMBER.matcher(text).matches()) {
      throw new UnreadableInput(
          "%s, %s: '%s' is no number from 0\nMaybe write 1234.5, a duty of 5%% as 0.05"
              .formatted(place, column, text));
    }
    return new BigDecimal(text);
  }
}
