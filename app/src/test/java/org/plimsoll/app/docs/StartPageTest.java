package org.plimsoll.app.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every block of {@code docs/start.md}, in order, as a newcomer would run it. */
class StartPageTest {
  @TempDir private Path folder;

  @Test
  void everyBlockRuns() throws Exception {
    List<String> blocks = PageBlocks.of("start.md");
    assertTrue(blocks.size() >= 6, "found only " + blocks);
    String example = "scenarios/subsidised-supply-chn.yaml";
    Files.createDirectory(folder.resolve("scenarios"));
    Files.copy(PageBlocks.ROOT.resolve(example), folder.resolve(example));
    try (PageBlocks page = PageBlocks.in(folder)) {
      for (String block : blocks) {
        page.run(block);
      }
    }
    assertTrue(Files.size(folder.resolve("out/action-plan-2026/plan.html")) > 100_000);
    assertTrue(Files.exists(folder.resolve("out/my-question.yaml")), "the reader's own question");
  }
}
