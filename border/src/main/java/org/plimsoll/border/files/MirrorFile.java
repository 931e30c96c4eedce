package org.plimsoll.border.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.plimsoll.border.screening.MirrorRow;

/** Trade as both sides declare it, as CSV; what the source is, stands in the last cell. */
public final class MirrorFile {
  private static final String HEADER =
      "period,code,exporter,importer,exported,imported,unit,duty,source";
  private static final int CELLS = 9;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");

  private MirrorFile() {}

  /**
   * Reads a table.
   *
   * @throws UnreadableInput with the line that is wrong
   */
  public static List<MirrorRow> read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new UnreadableInput("there is no file " + file + "\nMaybe check the path", e);
    }
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new UnreadableInput(file + " does not begin with its header\nMaybe write " + HEADER);
    }
    List<MirrorRow> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      rows.add(row(file, i + 1, lines.get(i).split(",", CELLS)));
    }
    return rows;
  }

  private static MirrorRow row(Path file, int line, String[] cells) throws UnreadableInput {
    if (cells.length < CELLS) {
      throw new UnreadableInput(
          "%s, line %d has %d cells\nMaybe write all of %s"
              .formatted(file, line, cells.length, HEADER));
    }
    return new MirrorRow(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        number(file, line, "exported", cells[4]),
        number(file, line, "imported", cells[5]),
        cells[6],
        number(file, line, "duty", cells[7]));
  }

  private static BigDecimal number(Path file, int line, String column, String text)
      throws UnreadableInput {
    if (!NUMBER.matcher(text).matches()) {
      throw new UnreadableInput(
          "%s, line %d, %s: '%s' is no number from 0\nMaybe write 1234.5, a duty of 5%% as 0.05"
              .formatted(file, line, column, text));
    }
    return new BigDecimal(text);
  }
}
