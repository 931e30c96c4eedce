package org.plimsoll.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.scenario.ScenarioFile;

/** {@code docs/guides/add-a-mineral.md}: its rows alone make a mineral that the plan knows. */
class GuidePageTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern ROWS = Pattern.compile("(?ms)^```csv (\\w+)\n(.*?)^```$");
  private static final ProductId METAL = ProductId.parse("examplium/metal");

  @TempDir private Path folder;

  @Test
  void theRowsOfTheGuideAreAllThatAMineralNeeds() throws IOException {
    Evidence world = worldWithTheRowsOfTheGuide();
    ActionPlan plan =
        Planner.plan(
            world,
            ScenarioFile.read(ROOT.resolve("scenarios/action-plan-2026.yaml"), world)
                .value()
                .orElseThrow(),
            Settings.QUICK,
            Workers.of(ForkJoinPool.commonPool()));

    assertTrue(plan.chains().stream().anyMatch(chain -> chain.toString().contains("examplium")));
    assertEquals(
        List.of("CHN"),
        plan.leverage().cells().stream()
            .filter(cell -> cell.product().equals(METAL))
            .map(ActionPlan.LeverageCell::exporter)
            .toList(),
        "China alone sells the metal abroad: 300 t to the United States and 100 t to Japan");
    double loss =
        plan.leverage().cells().stream()
            .filter(cell -> cell.product().equals(METAL))
            .mapToDouble(cell -> cell.toAlliance().usersLoss().findCentral().orElseThrow())
            .sum();
    // 400 of the alliance's 500 t at USD 10,000: at least their base value is at stake.
    assertTrue(loss > 4e6, "loss of " + loss);
  }

  @Test
  void withoutItsRowsNobodyKnowsIt() {
    assertTrue(
        RealWorld.evidence().products().stream().noneMatch(product -> product.id().equals(METAL)));
  }

  private Evidence worldWithTheRowsOfTheGuide() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("world"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    Set<String> tables = new TreeSet<>();
    Matcher rows = ROWS.matcher(Files.readString(ROOT.resolve("docs/guides/add-a-mineral.md")));
    while (rows.find()) {
      Path table = folder.resolve(rows.group(1) + ".csv");
      assertTrue(Files.exists(table), table + " is no table of the pack");
      Files.writeString(table, rows.group(2), StandardOpenOption.APPEND);
      tables.add(rows.group(1));
    }
    assertEquals(8, tables.size(), tables.toString());
    Loaded<Evidence> read = Pack.read(folder);
    assertFalse(read.hasErrors(), read.issues().toString());
    return read.value();
  }
}
