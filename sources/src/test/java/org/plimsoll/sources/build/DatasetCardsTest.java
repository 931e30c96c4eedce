package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.pack.Pack;

/** Every dataset of the world has a card in {@code docs/sources} that says the same as the pack. */
final class DatasetCardsTest {
  private static final Path CARDS = GeneratedPage.root().resolve("docs/sources");

  private final List<Evidence.Dataset> datasets =
      Pack.read(GeneratedPage.root().resolve("world")).value().datasets();

  @Test
  void everyDatasetHasACardAndEveryCardADataset() throws IOException {
    Set<String> expected = new TreeSet<>(Set.of("README.md"));
    datasets.forEach(d -> expected.add(d.id() + ".md"));
    try (Stream<Path> files = Files.list(CARDS)) {
      assertEquals(expected, new TreeSet<>(files.map(f -> f.getFileName().toString()).toList()));
    }
  }

  @Test
  void aCardSaysWhatThePackSays() throws IOException {
    for (Evidence.Dataset dataset : datasets) {
      String card = read(dataset.id() + ".md");
      String hash = dataset.sha256().isEmpty() ? "none" : "`" + dataset.sha256() + "`";
      for (String line :
          List.of(
              "| dataset | `" + dataset.id() + "` |",
              "| publisher | " + dataset.publisher() + " |",
              "| edition | " + dataset.edition() + " |",
              "| licence | " + dataset.licence() + " |",
              "| shipped in the pack | " + (dataset.redistributable() ? "yes" : "no") + " |",
              "| cite as | " + dataset.citation() + " |",
              "| sha256 | " + hash + " |",
              "## What we read",
              "## Series",
              "## Known faults",
              "## What a next edition changes")) {
        assertTrue(card.contains("\n" + line + "\n"), dataset.id() + ".md has no line: " + line);
      }
    }
  }

  @Test
  void theIndexNamesEveryCard() throws IOException {
    String index = read("README.md");
    for (Evidence.Dataset dataset : datasets) {
      assertTrue(index.contains("[" + dataset.id() + "](" + dataset.id() + ".md)"), dataset.id());
    }
  }

  private static String read(String card) throws IOException {
    return Files.readString(CARDS.resolve(card), StandardCharsets.UTF_8);
  }
}
