package org.plimsoll.sources.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.sources.GeneratedPage;

/** {@code docs/reference/market-file.md} says what the reader checks. */
final class MarketFilePageTest {
  private static final String INTRODUCTION =
      """
      # Market files

      <!-- Made from the descriptions in org.plimsoll.sources.scenario; a test compares. -->

      `plimsoll solve FILE` reads a market whole, in JSON or YAML, and solves it. A file with any
      fault is not used: each fault is named with file, line and column, and what to try. What
      `--json` prints has [a page of its own](market-answer.md).

      - Prices and quantities are in whatever units the file uses, the same throughout.
      - Products and nodes have whatever names the file gives them. A party of a measure is a node
        or an alliance.
      - Unknown and repeated keys are errors. Anchors, aliases, tags and second documents are not
        read.
      - `by` names who acts: the exporter or maker (`from`), or the importer (`to`).
      - No border measure applies within a node. Duties are a share of the price with the arc's
        cost.
      - Base shares hold at base prices: a supply curve's own `price` where it has constant
        elasticity, else one price that would clear the product's curves all together.

      For example, `examples/markets/variable-levy-two-region.yaml`:

      ```yaml
      """;

  @Test
  void thePageIsCurrent() throws IOException {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append(
        Files.readString(
            GeneratedPage.root().resolve("examples/markets/variable-levy-two-region.yaml")));
    page.append("```\n");
    for (Shape shape : CaseShapes.listAll()) {
      append(page, "## " + shape.name(), shape.about(), shape.keys());
    }
    List<Key> common = CaseMeasureType.EXPORT_BAN.shape().keys();
    append(page, "## measures", "Keys of every measure.", common);
    for (CaseMeasureType type : CaseMeasureType.values()) {
      List<Key> figures =
          type.shape().keys().stream()
              .filter(key -> common.stream().noneMatch(c -> c.name().equals(key.name())))
              .toList();
      append(page, "### " + type.word(), type.shape().about(), figures);
    }
    GeneratedPage.assertCurrent("market-file.md", page.toString());
  }

  private static void append(StringBuilder page, String title, String about, List<Key> keys) {
    page.append("\n%s\n\n%s\n".formatted(title, about));
    if (keys.isEmpty()) {
      return;
    }
    page.append("\n| key | value | if left out | what it says |\n|---|---|---|---|\n");
    for (Key key : keys) {
      String value =
          key.choices().isEmpty() ? key.form().words() : String.join(", ", key.choices());
      String without = key.required() ? "an error" : key.unless();
      page.append("| `%s` | %s | %s | %s |\n".formatted(key.name(), value, without, key.about()));
    }
  }
}
