package org.plimsoll.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every block of {@code docs/guides/design-a-floor.md}, in order. */
class FloorGuideTest {
  @TempDir private Path folder;

  @Test
  void everyBlockRuns() throws Exception {
    List<String> blocks = PageBlocks.of("guides/design-a-floor.md");
    assertEquals(5, blocks.size());
    try (PageBlocks page = PageBlocks.in(folder)) {
      for (String block : blocks) {
        page.run(block);
      }
    }
  }
}
