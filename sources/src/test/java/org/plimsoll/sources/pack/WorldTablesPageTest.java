package org.plimsoll.sources.pack;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.table.Decimal;

/** {@code docs/reference/world-tables.md} says what the reader checks. */
final class WorldTablesPageTest {
  private static final String INTRODUCTION =
      """
      # Tables of the world pack

      <!-- Made from the descriptions in org.plimsoll.sources.pack; a test compares. -->

      The pack is a folder of CSV files: UTF-8, a header, a comma between fields, quotation marks
      around a field that holds a comma, a quotation mark or a line break. `plimsoll world check`
      reads it and names every fault with file, line and column.

      - A number has a point and no thousands separator; a missing figure is an empty field, not 0.
      - The parts of a list stand between semicolons: `USA;JPN`.
      - A *source* is written `dataset@edition#locator`; the dataset is a row of `datasets.csv`.
      - Grade: A a clean reading, B a bundled or partial code scaled to content, C a prior.
      - Status: read, derived, recalled, assumed, reported, proposed, unknown.
      - No two rows share the fields of the key; rows are sorted by them.
      - What a field names must exist: a country in `countries.csv`, a product in `products.csv`
        (written `commodity/stage`), and so on.
      - Over whole tables: each solved product has one price of either vintage, the shares of end
        uses add up to at most 1 (1.02 if rounded), no country is in two territories, and in the
        base year each solved product balances in each country. What was made (joint products
        included) is what was shipped, and what was received is what was taken as final use,
        inputs and stock build; home use counts as a flow. The tolerance is a millionth of the
        product's trade.

      `manifest.json` holds the pack's date and the SHA-256 of each table, and of each file of the
      rules that it was built by (`hand/name.csv`). A verb that reads a world whose files have
      other hashes says so on standard error; a plan's manifest has the hashes as they were read.
      Registers (projects, export controls, commitments, partners, facts) may be edited in the pack,
      and the tables that `world/hand` holds whole may be edited there: `plimsoll world build
      --registers` checks and stamps both, and builds no figure again.
      """;

  @Test
  void thePageIsCurrent() throws IOException {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (Table<?> table : Pack.TABLES.stream().map(Bound::table).toList()) {
      page.append("\n## ").append(table.fileName()).append("\n\n").append(table.about());
      page.append(" Key: ");
      page.append(String.join(", ", table.listColumnNames().subList(0, table.keys())));
      page.append(".\n\n| column | holds | unit | what it says |\n|---|---|---|---|\n");
      table.columns().forEach(column -> page.append(line(column)));
    }
    GeneratedPage.assertCurrent("world-tables.md", page.toString());
  }

  private static String line(Column<?> column) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(column.name(), holds(column), column.unit(), column.about());
  }

  private static String holds(Column<?> column) {
    String range =
        column.hasRange()
            ? ", %s to %s".formatted(Decimal.print(column.least()), Decimal.print(column.most()))
            : "";
    return column.kind().words().replace("*", "\\*")
        + range
        + (column.required() ? "" : ", or empty");
  }
}
