package org.plimsoll.sources.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.table.Decimal;

/** {@code docs/reference/scenario-file.md} says what the reader checks. */
final class ScenarioFilePageTest {
  private static final String INTRODUCTION =
      """
      # Scenario files

      <!-- Made from the descriptions in org.plimsoll.sources.scenario; a test compares. -->

      A scenario is a YAML file in `scenarios/`, or anywhere else. A file with any fault is not
      used: each fault is named with file, line and column, and what to try.

      - Dates are written `2026-11-24`. An end is the first day that is no longer in.
      - A figure is a number, `110` or `12e9`, or a range, `{low: 0.2, central: 0.5, high: 0.8}`.
      - Shares are between 0 and 1. Tonnes are tonnes of content on the product's basis.
      - A list of one may be written without brackets: `to: JPN`.
      - Products are written `commodity/stage` and stand in `world/products.csv`; countries are
        ISO 3166-1 alpha-3 codes of `world/countries.csv`, territories are in
        `world/territories.csv`. `all` means everybody.
      - Rows of the registers (F001, E020, C037, P025) named in a `source` must exist.
      - Unknown and repeated keys are errors. Anchors, aliases, tags and second documents are not
        read.

      For example, `scenarios/action-plan-2026.yaml`:

      ```yaml
      """;

  private static final String MEASURES =
      """

      ## Measures

      Each entry of `measures` has a `type`, the keys of every measure, and the figures of its type.
      Whoever acts must be named, if only as `all`: the origin (`by` or `from`, which mean the same)
      for what exporters and makers do, the destination (`to`) for what importers do.

      ### Keys of every measure

      """;

  @Test
  void thePageIsCurrent() throws IOException {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append(Files.readString(GeneratedPage.root().resolve("scenarios/action-plan-2026.yaml")));
    page.append("```\n");
    for (Shape shape : Shapes.listAll()) {
      append(page, "## ", shape);
    }
    page.append(MEASURES);
    List<Key> common = commonKeys();
    append(page, common);
    for (MeasureType type : MeasureType.values()) {
      page.append("\n### ").append(type.word()).append("\n\n").append(type.shape().about());
      page.append(
          type.actor() == MeasureType.Actor.ORIGIN
              ? " The origin acts: `by` or `from` must be there.\n"
              : " The destination acts: `to` must be there.\n");
      List<Key> figures =
          type.shape().keys().stream()
              .filter(key -> common.stream().noneMatch(c -> c.name().equals(key.name())))
              .toList();
      if (!figures.isEmpty()) {
        page.append('\n');
        append(page, figures);
      }
    }
    GeneratedPage.assertCurrent("scenario-file.md", page.toString());
  }

  private static void append(StringBuilder page, String level, Shape shape) {
    page.append("\n").append(level).append(shape.name()).append("\n\n").append(shape.about());
    page.append("\n\n");
    append(page, shape.keys());
  }

  /** The keys that all types have; who must be named depends on the type. */
  private static List<Key> commonKeys() {
    return MeasureType.EXPORT_BAN.shape().keys().stream()
        .filter(key -> MeasureType.EXPORT_TAX.shape().listKeyNames().contains(key.name()))
        .map(key ->
            switch (key.name()) {
              case "by", "from", "to" -> key.orElse("all, unless this side acts");
              default -> key;
            })
        .toList();
  }

  private static void append(StringBuilder page, List<Key> keys) {
    page.append("| key | value | if left out | what it says |\n|---|---|---|---|\n");
    for (Key key : keys) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  key.name(), value(key), key.required() ? "an error" : key.unless(), key.about()));
    }
  }

  private static String value(Key key) {
    if (!key.choices().isEmpty()) {
      return String.join(", ", key.choices());
    }
    String unit = key.unit().isEmpty() || key.unit().equals("1") ? "" : ", " + key.unit();
    String range =
        Double.isFinite(key.most())
            ? ", %s to %s".formatted(Decimal.print(key.least()), Decimal.print(key.most()))
            : "";
    return key.form().words() + unit + range;
  }
}
