package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.pack.Pack;

/**
 * The committed world is the one that its rules make of the raw data. Where the raw data are not at
 * hand, the manifest alone is checked, and the test says so.
 */
final class WorldRebuildTest {
  @TempDir private Path folder;

  @Test
  void rebuildingGivesTheSameBytes() throws IOException {
    Path world = GeneratedPage.root().resolve("world");
    assertEquals(List.of(), Pack.verify(world));
    Path hand = world.resolve("hand");
    Path raw = GeneratedPage.root().resolve("../shared");
    if (!Files.isDirectory(raw.resolve("data")) || !Files.isDirectory(raw.resolve("policy"))) {
      System.out.println("no raw data beside the project: only the manifest of world/ was checked");
      return;
    }
    Loaded<Optional<Evidence>> built = WorldBuild.of(raw, hand);
    assertFalse(built.hasErrors(), built.issues().toString());
    assertEquals(
        built.rows().read(),
        built.rows().accepted() + built.rows().errors() + built.rows().skipped());
    Pack.write(built.value().orElseThrow(), folder, hand);
    SortedMap<String, String> rebuilt = files(folder);
    SortedMap<String, String> committed = files(world);
    assertEquals(committed.keySet(), rebuilt.keySet());
    committed.forEach((name, text) -> assertEquals(text, rebuilt.get(name), name));
  }

  private static SortedMap<String, String> files(Path world) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(world)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }
}
