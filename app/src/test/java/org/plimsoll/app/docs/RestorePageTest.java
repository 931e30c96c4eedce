package org.plimsoll.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every block of {@code docs/guides/restore-after-a-disaster.md}, and what comes of it. */
class RestorePageTest {
  @TempDir private Path folder;

  @Test
  void everyBlockRuns() throws Exception {
    List<String> blocks = PageBlocks.of("guides/restore-after-a-disaster.md");
    assertEquals(4, blocks.size());
    Files.copy(PageBlocks.ROOT.resolve("examples/vault/year.jsonl"), folder.resolve("year.jsonl"));
    try (PageBlocks page = PageBlocks.in(folder)) {
      for (String block : blocks) {
        page.run(block);
      }
    }
    // Aero's invoice of the year, the last thing that was booked for it.
    String aero = Files.readString(folder.resolve("aero.csv"));
    assertTrue(aero.contains(",33370.57,33370.57,USD\n"), aero);
    // On 14 August chips holds what is left after its draw, and its reservation is carried out.
    String chips = Files.readString(folder.resolve("chips.csv"));
    assertTrue(
        chips.contains("closing,2026-08-14,,,entitled,gallium/refined ingot 4N,c-chips,,2000.000"),
        chips);
    assertTrue(chips.contains(",h-chips,"), chips);
  }
}
