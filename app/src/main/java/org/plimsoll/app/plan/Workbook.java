package org.plimsoll.app.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.plimsoll.app.json.CanonicalJson;

/**
 * The tables as one workbook, a sheet each; equal tables give equal bytes.
 *
 * <p>The library stamps the time of writing into the file and leaves compression to the machine. So
 * the archive is written anew: the plan's date instead of the time, and entries stored as they are,
 * since two machines may deflate the same text differently.
 */
final class Workbook {
  private static final String CREATOR = "Plimsoll";
  private static final String PROPERTIES = "docProps/core.xml";

  /** Longest text that a cell may hold, by the file format. */
  private static final int LONGEST = 32_767;

  private static final int NARROWEST = 8;
  private static final int WIDEST = 48;

  /** A width is judged by the first rows; the rest are of the same kind. */
  private static final int ROWS_MEASURED = 200;

  private Workbook() {}

  /**
   * The bytes of the workbook.
   *
   * @param asOf the plan's date, ISO 8601
   */
  static byte[] of(List<PlanTable> tables, String asOf) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (org.dhatim.fastexcel.Workbook book =
        new org.dhatim.fastexcel.Workbook(bytes, CREATOR, null)) {
      // The archive is unpacked again below; packing it well would be for nothing.
      book.setCompressionLevel(0);
      for (PlanTable table : tables) {
        write(table, book.newWorksheet(table.name()));
      }
      book.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return withoutTime(bytes.toByteArray(), asOf);
  }

  private static void write(PlanTable table, Worksheet sheet) {
    for (int column = 0; column < table.head().size(); column++) {
      sheet.value(0, column, table.head().get(column));
      sheet.width(column, width(table, column));
    }
    sheet.range(0, 0, 0, table.head().size() - 1).style().bold().set();
    sheet.freezePane(1, 1);
    for (int i = 0; i < table.rows().size(); i++) {
      for (int column = 0; column < table.head().size(); column++) {
        switch (table.rows().get(i).get(column)) {
          case PlanTable.Cell.Text words -> sheet.value(i + 1, column, cut(words.text()));
          case PlanTable.Cell.Amount amount ->
              sheet.value(i + 1, column, CanonicalJson.number(amount.value()));
          case PlanTable.Cell.Nothing _ -> {}
        }
      }
    }
    if (!table.rows().isEmpty()) {
      sheet.setAutoFilter(0, 0, table.rows().size(), table.head().size() - 1);
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static double width(PlanTable table, int column) {
    int longest = table.head().get(column).length() + 3;
    for (List<PlanTable.Cell> row :
        table.rows().subList(0, Math.min(ROWS_MEASURED, table.rows().size()))) {
      int length =
          switch (row.get(column)) {
            case PlanTable.Cell.Text words -> words.text().length();
            case PlanTable.Cell.Amount amount -> amount.plain().length();
            case PlanTable.Cell.Nothing _ -> 0;
          };
      longest = Math.max(longest, length + 1);
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
