package org.plimsoll.app.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Worksheet;

/**
 * The tables as one workbook, a sheet each; equal tables give equal bytes.
 *
 * <p>The library stamps the time of writing into the file and leaves compression to the machine. So
 * the archive is written anew: a given date instead of the time, and entries stored as they are,
 * since two machines may deflate the same text differently.
 */
public final class Workbook {
  private static final String CREATOR = "Plimsoll";
  private static final String PROPERTIES = "docProps/core.xml";

  /** Longest text that a cell may hold, by the file format. */
  private static final int LONGEST = 32_767;

  private static final int NARROWEST = 8;
  private static final int WIDEST = 48;

  /** A width is judged by the first rows; the rest are of the same kind. */
  private static final int ROWS_MEASURED = 200;

  private Workbook() {}

  /** An answer as a workbook, of its date if it has one. */
  public static byte[] of(Answer answer) {
    Map<String, Grid> sheets = new LinkedHashMap<>();
    answer.tables().forEach(table -> sheets.put(table.key(), Grid.of(table)));
    Optional<Cell> day = Optional.ofNullable(answer.facts().get("asOf"));
    return of(sheets, day.map(Cell::text).orElse("1980-01-01"));
  }

  /**
   * The bytes of the workbook.
   *
   * @param sheets by name, in this order
   * @param asOf the date that it bears, ISO 8601
   */
  public static byte[] of(Map<String, Grid> sheets, String asOf) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (org.dhatim.fastexcel.Workbook book =
        new org.dhatim.fastexcel.Workbook(bytes, CREATOR, null)) {
      // The archive is unpacked again below; packing it well would be for nothing.
      book.setCompressionLevel(0);
      sheets.forEach((name, grid) -> write(grid, book.newWorksheet(name)));
      book.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return withoutTime(bytes.toByteArray(), asOf);
  }

  private static void write(Grid grid, Worksheet sheet) {
    for (int column = 0; column < grid.head().size(); column++) {
      sheet.value(0, column, grid.head().get(column));
      sheet.width(column, width(grid, column));
    }
    sheet.range(0, 0, 0, grid.head().size() - 1).style().bold().set();
    sheet.freezePane(1, 1);
    for (int i = 0; i < grid.rows().size(); i++) {
      for (int column = 0; column < grid.head().size(); column++) {
        switch (grid.rows().get(i).get(column)) {
          case String text when text.isEmpty() -> {}
          case String text -> sheet.value(i + 1, column, cut(text));
          case Boolean truth -> sheet.value(i + 1, column, truth);
          case Number number -> sheet.value(i + 1, column, number);
          default -> throw new IllegalArgumentException("no cell for " + grid.rows().get(i));
        }
      }
    }
    if (!grid.rows().isEmpty()) {
      sheet.setAutoFilter(0, 0, grid.rows().size(), grid.head().size() - 1);
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static double width(Grid grid, int column) {
    int longest = grid.head().get(column).length() + 3;
    for (List<Object> row : grid.rows().subList(0, Math.min(ROWS_MEASURED, grid.rows().size()))) {
      longest = Math.max(longest, Grid.plain(row.get(column)).length() + 1);
    }
    return Math.clamp(longest, NARROWEST, WIDEST);
  }

  private static byte[] withoutTime(byte[] archive, String asOf) {
    Map<String, byte[]> entries = Archive.read(archive);
    entries.computeIfPresent(PROPERTIES, (_, content) -> dated(content, asOf));
    return Archive.write(entries);
  }

  private static byte[] dated(byte[] properties, String asOf) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceFirst(
            "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)", "$1" + asOf + "T00:00:00Z$2")
        .getBytes(StandardCharsets.UTF_8);
  }
}
