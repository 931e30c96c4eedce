package org.plimsoll.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every block of {@code docs/guides/next-edition.md}, in order. Where the raw data are not beside
 * the project, only that there are blocks is checked, and the test says so.
 */
class NextEditionPageTest {
  @TempDir private Path folder;

  @Test
  void everyBlockRuns() throws Exception {
    List<String> blocks = PageBlocks.of("guides/next-edition.md");
    assertEquals(4, blocks.size(), blocks.toString());
    Path shared = PageBlocks.ROOT.resolve("../shared");
    if (!Files.isDirectory(shared.resolve("data"))) {
      System.out.println("no raw data beside the project: the guide's blocks were not run");
      return;
    }
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.createSymbolicLink(folder.resolve("shared"), shared.toRealPath());
    // Copied, not linked: the guide edits what it takes.
    Path hand = Files.createDirectories(project.resolve("world/hand"));
    try (Stream<Path> rules = Files.list(PageBlocks.ROOT.resolve("world/hand"))) {
      for (Path rule : rules.toList()) {
        Files.copy(rule, hand.resolve(rule.getFileName()));
      }
    }
    try (PageBlocks page = PageBlocks.in(project)) {
      for (String block : blocks) {
        page.run(block);
      }
    }
    String production = Files.readString(project.resolve("mine/world/production.csv"));
    assertTrue(production.contains("usgs-mcs@2027#"), "the new edition is cited");
    assertFalse(production.contains("usgs-mcs@2026#"), "the old one no more");
  }
}
