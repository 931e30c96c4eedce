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
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.pack.Pack;

/**
 * Every dataset that there are rules for has a card in {@code docs/sources}; of those that a row of
 * the world cites it says the same as the pack, hash included.
 */
final class DatasetCardsTest {
  private static final Path CARDS = GeneratedPage.root().resolve("docs/sources");

  private final List<Evidence.Dataset> cited =
      Pack.read(GeneratedPage.root().resolve("world")).value().datasets();
  private final List<Evidence.Dataset> datasets =
      Hand.read(GeneratedPage.root().resolve("world/hand")).value().datasets().stream()
          .map(Hand.DatasetFiles::dataset)
          .toList();

  @Test
  void thePackListsDatasetsOfTheRulesAndNoOthers() {
    Evidence world = Pack.read(GeneratedPage.root().resolve("world")).value();
    Set<String> expected = new TreeSet<>(Pack.citedDatasets(world));
    // the table of countries has no source by row
    expected.addAll(List.of("country-codes", "wdi", "wgi"));
    assertEquals(expected, new TreeSet<>(cited.stream().map(Evidence.Dataset::id).toList()));
  }

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
    for (Evidence.Dataset dataset : cited) {
      String hash = dataset.sha256().isEmpty() ? "none" : "`" + dataset.sha256() + "`";
      assertTrue(
          read(dataset.id() + ".md").contains("\n| sha256 | " + hash + " |\n"),
          () -> dataset.id() + ".md needs the line: | sha256 | " + hash + " |");
    }
    for (Evidence.Dataset dataset : datasets) {
      String card = read(dataset.id() + ".md");
      for (String line :
          List.of(
              "| dataset | `" + dataset.id() + "` |",
              "| publisher | " + dataset.publisher() + " |",
              "| edition | " + dataset.edition() + " |",
              "| licence | " + dataset.licence() + " |",
              "| shipped in the pack | " + (dataset.redistributable() ? "yes" : "no") + " |",
              "| cite as | " + dataset.citation() + " |",
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
