package org.plimsoll.sources.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plimsoll.sources.CaseTable;
import org.plimsoll.sources.GeneratedPage;

/** {@code docs/reference/readers.md} lists the layouts that the readers know. */
final class ReadersPageTest {
  private static final String INTRODUCTION =
      """
      # Readers of datasets

      <!-- Made from the readers' descriptions in org.plimsoll.sources.dataset; a test compares. -->

      `world/hand/datasets.csv` names the files of each dataset; its identifier chooses the reader,
      and a file's header, or a sheet's title, the layout. Names of files mean nothing, except where
      a layout says so. [Bring next year's edition](../guides/next-edition.md) shows how.

      - Columns may stand in any order and among others, which are not read.
      - A column that is missing is named, with what it may be called now.
      - A country that is not known refuses its row: add its spelling to
        `world/hand/country_names.csv`.
      - A unit that is no mass leaves its row out; a mass that is not known refuses it.
      - Rows read are rows accepted, refused with an error, or skipped with a reason.
      - A rule looks a series up in the base year; `SERIES@2023` names another period. A series with
        one period that is no year (a study's average) is meant with that one.

      Each layout is tested on an excerpt: real rows or, where there were none to be had, a
      synthetic file after the publisher's description.
      """;

  @Test
  void thePageIsCurrent() throws IOException {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (String dataset : Datasets.IDS) {
      page.append("\n## ").append(dataset).append("\n");
      for (Layout layout : Datasets.find(dataset, "").orElseThrow().layouts()) {
        page.append(
            """

            **%s** (%s)

            - %s: %s
            - units: %s
            - gives: %s
            """
                .formatted(
                    layout.name(),
                    tested(dataset, layout),
                    layout.kind().words(),
                    layout.columns().stream().collect(Collectors.joining("`, `", "`", "`")),
                    layout.units(),
                    layout.series()));
      }
    }
    GeneratedPage.assertCurrent("readers.md", page.toString());
  }

  private static String tested(String dataset, Layout layout) {
    String readme =
        new String(
            CaseTable.resource(Excerpt.class, "README.md").getBytes(StandardCharsets.ISO_8859_1),
            StandardCharsets.UTF_8);
    return Excerpt.ofLayouts().stream()
        .filter(e -> e.layout().equals(layout.name()))
        .sorted((a, b) -> Boolean.compare(b.dataset().equals(dataset), a.dataset().equals(dataset)))
        .findFirst()
        .map(excerpt ->
            readme
                    .lines()
                    .filter(line -> line.contains("`" + excerpt.resource() + "`"))
                    .anyMatch(line -> line.contains("*synthetic"))
                ? "tested on a synthetic file"
                : "tested on real rows")
        .orElseThrow();
  }
}
