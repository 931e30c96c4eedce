package org.plimsoll.sources.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.pack.Pack;

/** The files of {@code scenarios/} are read without an issue and say what they should. */
final class ShippedScenariosTest {
  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(GeneratedPage.root().resolve("scenarios"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachFitsTheWorldThatIsShipped(Path file) {
    Path world = GeneratedPage.root().resolve("world");
    assertEquals(List.of(), ScenarioFile.read(file, Pack.read(world).value()).issues());
  }

  @Test
  void theStopAddsOnlyTheBanToThePlan() {
    Scenario plan = scenario("action-plan-2026");
    Scenario stop = scenario("export-stop-chn-rare-earths-to-jpn");
    assertTrue(stop.measures().getFirst() instanceof BorderMeasure.ExportBan);
    assertEquals(6, stop.measures().getFirst().terms().products().size());
    var planned = (BorderMeasure.PriceFloor) plan.measures().getFirst();
    var kept = (BorderMeasure.PriceFloor) stop.measures().get(1);
    assertEquals(planned.usdPerTonne(), kept.usdPerTonne());
    assertEquals(Interval.exactly(110_000), kept.usdPerTonne());
    assertEquals(plan.alliance(), stop.alliance());
    assertEquals(plan.stockpileBudgetUsd(), stop.stockpileBudgetUsd());
    assertEquals(plan.controlsInForce(), stop.controlsInForce());
  }

  @Test
  void aFileCalledOtherwiseThanItsScenarioIsRemarkedOn() throws IOException {
    Path file = Files.createTempFile("copy", ".yaml");
    Path shipped = GeneratedPage.root().resolve("scenarios/action-plan-2026.yaml");
    Files.writeString(file, Files.readString(shipped));
    Loaded<Optional<Scenario>> loaded = ScenarioFile.read(file, NamesOfTheWorld.evidence());
    Files.delete(file);
    assertTrue(loaded.value().isPresent());
    assertTrue(loaded.issues().getFirst().problem().contains("its file is called otherwise"));
  }

  private static Scenario scenario(String name) {
    Path file = GeneratedPage.root().resolve("scenarios").resolve(name + ".yaml");
    return ScenarioFile.read(file, NamesOfTheWorld.evidence()).value().orElseThrow();
  }
}
