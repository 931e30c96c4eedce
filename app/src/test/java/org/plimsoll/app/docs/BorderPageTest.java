package org.plimsoll.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every block of {@code docs/guides/from-a-plan-to-the-border.md}, and what comes of it. */
class BorderPageTest {
  /** Levy of each line, by hand: the floor on what the goods hold, less value and duty. */
  private static final List<String> OWED =
      List.of(
          "E1,1,9096.00", // 400 × 99.99 − 30,000 − 900
          "E1,2,0.00", // 1600 × 19.998 = 31,996.80 is below the value
          "E2,1,0.00", // 13 × 20,000 = 260,000; 240,000 × 1.1 = 264,000
          "E3,1,0.00", // 110 × 500 = 55,000
          "E3,2,15000.00", // − 40,000
          "E4,1,10020.00", // 450 × 50 − 12,000 × 1.04
          "E5,1,9224.00", // 42.877 × 704.9 = 30,223.9973, − 21,000
          "E6,1,0.00", // processed in Japan
          "E6,2,15000.00", // where it was processed is not shown
          "E7,1,0.00"); // horses

  @TempDir private Path folder;

  @Test
  void everyBlockRuns() throws Exception {
    List<String> blocks = PageBlocks.of("guides/from-a-plan-to-the-border.md");
    assertEquals(6, blocks.size());
    Files.copy(
        PageBlocks.ROOT.resolve("examples/border/entries.csv"), folder.resolve("entries.csv"));
    try (PageBlocks page = PageBlocks.in(folder)) {
      for (String block : blocks) {
        page.run(block);
      }
    }
    List<String> owed = owed();
    assertEquals(OWED.size(), owed.size());
    for (int i = 0; i < owed.size(); i++) {
      assertEquals(OWED.get(i), owed.get(i));
    }
    List<String> rejects = Files.readAllLines(folder.resolve("out/run/rejects.csv"));
    assertTrue(rejects.get(1).startsWith("entries.csv,12,net_mass_kg,"), rejects.get(1));
    assertTrue(rejects.get(2).startsWith("entries.csv,13,assay,"), rejects.get(2));
    assertTrue(rejects.get(3).startsWith("entries.csv,14,entry_date,"), rejects.get(3));
    assertEquals(1, Files.readAllLines(folder.resolve("out/corrections.csv")).size());
    String html = Files.readString(folder.resolve("out/run/summary.html"));
    assertTrue(html.contains("58,340.00 USD"), "the sum of the levies is not on the page");
  }

  private List<String> owed() throws Exception {
    try (Stream<String> rows = Files.lines(folder.resolve("out/run/results.csv"))) {
      return rows.skip(1)
          .map(row -> row.replace("\"sponge, gross\"", "sponge").split(",", -1))
          .map(cells -> cells[0] + "," + cells[1] + "," + cells[22])
          .toList();
    }
  }
}
