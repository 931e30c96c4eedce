package org.plimsoll.border.files.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table as CSV under a header that is always the same; its last cell may hold commas. */
public final class FixedTable {
  private static final int LOOKED_AT = 512;

  private FixedTable() {}

  /** Makes of a line's cells what it stands for. */
  public interface RowReader<T> {
    /**
     * Reads a row.
     *
     * @param place the file and the line, for what is said of a cell that is wrong
     */
    T read(String place, String[] cells) throws UnreadableInput;
  }

  /**
   * Reads all rows.
   *
   * @throws UnreadableInput if there is no such file, or with the line that is wrong
   */
  public static <T> List<T> read(Path file, String header, RowReader<T> reader) throws IOException {
    List<String> lines;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(LOOKED_AT);
      Optional<String> other = FileKind.findOther(first, first.length);
      if (other.isPresent()) {
        throw new UnreadableInput(file + " " + other.get());
      }
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw UnreadableInput.of(file, e);
    }
    if (lines.isEmpty() || !lines.getFirst().equals(header)) {
      throw new UnreadableInput(file + " does not begin with its header\nMaybe write " + header);
    }
    int columns = header.split(",", -1).length;
    List<T> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String place = "%s, line %d".formatted(file, i + 1);
      String[] cells = lines.get(i).split(",", columns);
      if (cells.length < columns) {
        throw new UnreadableInput(
            "%s has %d cells\nMaybe write all of %s".formatted(place, cells.length, header));
      }
      rows.add(reader.read(place, cells));
    }
    return rows;
  }
}
