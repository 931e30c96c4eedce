package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.market.BacktestTables;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.app.market.ShockTables;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.policy.ControlEvent.Effect;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.planner.backtest.Backtest;
import org.plimsoll.planner.backtest.LicensedShare.Basis;
import org.plimsoll.planner.backtest.Score;
import org.plimsoll.planner.backtest.ShockBacktest;
import org.plimsoll.planner.backtest.ShockFit;
import org.plimsoll.planner.backtest.ShockScore;
import org.plimsoll.planner.backtest.Yardstick;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.sources.events.ControlEventFile;
import org.plimsoll.sources.events.ShockOutcomeFile;

/** The shipped world against the controls that it holds, and the page that prints it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestPageTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = ROOT.resolve("docs/method/backtests.md");
  private static final String BEGIN = "<!-- begin: tables of the verb -->\n";
  private static final String END = "<!-- end: tables of the verb -->\n";

  private final Evidence world = RealWorld.evidence();
  private final List<ControlEvent> events =
      ControlEventFile.read(ROOT.resolve("world/hand/control_events.csv"), world, List.of())
          .value();
  private final List<ShockOutcome> outcomes =
      ShockOutcomeFile.read(ROOT.resolve("world/hand/episodes.csv"), world).value();
  private final Backtest backtest =
      Backtest.of(world, events, new Backtest.Settings(Settings.SEED, 40, new TreeMap<>()));
  private final ShockBacktest shocks =
      ShockBacktest.of(
          world,
          outcomes.stream().filter(ShockOutcome::isFitted).toList(),
          outcomes,
          new TreeMap<>(),
          PosteriorFolder.foretoldIn(ROOT.resolve("world")));

  /** What the plan says of its prices is what the back-test finds. */
  @Test
  void theLimitOfPricesIsWhatTheBacktestFinds() {
    List<ShockScore> scores = shocks.scores();
    String text =
        world.limits().stream()
            .filter(limit -> limit.text().contains("past shocks"))
            .findFirst()
            .orElseThrow()
            .text();
    assertTrue(
        text.contains(
            "by %s in the median and %s net of the rise inside"
                .formatted(
                    median(scores, s -> s.left().orElseThrow().median() - s.lnObserved()),
                    median(scores, s -> s.left().orElseThrow().medianNet() - s.lnObservedNet()))));
    assertTrue(
        text.contains(
            "share lost alone by %s and %s"
                .formatted(
                    median(scores, s -> s.lnCurve() - s.lnObserved()),
                    median(scores, s -> s.lnCurveNet() - s.lnObservedNet()))));
    assertTrue(
        text.contains(
            "no change by %s and %s"
                .formatted(
                    median(scores, ShockScore::lnObserved),
                    median(scores, ShockScore::lnObservedNet))));
  }

  private static String median(List<ShockScore> scores, ToDoubleFunction<ShockScore> error) {
    return String.format(Locale.ROOT, "%.2f", Yardstick.of(scores, s -> true, error).medianError());
  }

  /** Of 69 outcomes 49 have a product and are fitted; the others say why they are not. */
  @Test
  void everyShockIsScoredOrSaysWhyNot() {
    assertEquals(69, outcomes.size());
    assertEquals(49, ShockFit.fitted(outcomes).size());
    assertEquals(
        21, ShockFit.fitted(outcomes).stream().map(ShockOutcome::episode).distinct().count());
  }

  /** Every row of the event study is there, and its own figures agree. */
  @Test
  void theWorldHoldsTheWholeStudy() {
    assertEquals(17, events.size());
    assertEquals(12, backtest.unconditional().size(), "17 less five volumes of the origin");
    assertEquals(12, backtest.conditional().size());
    assertEquals(
        List.of("C1", "C5"),
        backtest.conditional().stream()
            .filter(Score::isFitted)
            .map(s -> s.event().control())
            .distinct()
            .toList(),
        "graphite and magnets are held out");
  }

  /**
   * The study's own columns stand in the world as they were typed, but for the unit values of the
   * Union that it gives as after over before too: those stand instead of what a trend carried on.
   */
  @Test
  void theWorldHoldsTheStudyAsItIs() throws IOException {
    Path study = ROOT.resolve("../shared/data/policy/export_control_event_study.csv");
    if (!Files.exists(study)) {
      System.out.println("no raw data beside the project: the study was not compared");
      return;
    }
    List<String> raw = Files.readAllLines(study);
    List<String> ours = Files.readAllLines(ROOT.resolve("world/hand/control_events.csv"));
    assertEquals(raw.size(), ours.size());
    Map<String, String> measured =
        Map.of(
            "C1,gallium;germanium,2023-07,2023-08,EU,import unit value,7-12,", ",,42,",
            "C5,antimony,2024-08,2024-09,EU,import unit value,7-12,", ",,312.2,");
    for (int i = 0; i < raw.size(); i++) {
      String row = raw.get(i);
      String typed =
          measured.entrySet().stream()
              .filter(its -> row.startsWith(its.getKey()))
              .map(its -> its.getKey() + its.getValue())
              .findFirst()
              .orElse(row + ",");
      assertTrue(ours.get(i).startsWith(typed), ours.get(i));
    }
  }

  /** The puzzle of antimony: the Union imports more metal while its price rises. */
  @Test
  void europeBuysMoreAntimonyMetalAtAHigherPrice() {
    Score volume = score("C5", "EU27", Effect.VOLUME);
    assertEquals(Math.log(1.226), volume.event().logEffect(), 1e-3);
    assertTrue(volume.predicted().low() > 0, "the sign comes from the structure: " + volume);
    assertTrue(volume.isCovered(), volume.toString());
    assertTrue(Math.abs(volume.error()) < Math.abs(volume.noChangeError()));
    assertTrue(score("C5", "EU27", Effect.UNIT_VALUE).predicted().low() > 0);
  }

  /** What is left is precautionary buying. */
  @Test
  void whereTheOriginSoldMoreTheLicenceDoesNotBind() {
    for (String control : List.of("C2", "C4")) {
      double change = score(control, "EU27", Effect.VOLUME).predicted().central();
      assertTrue(change >= 0 && change < 0.1, control + " by " + change);
    }
    assertEquals(
        Basis.OBSERVED,
        backtest.shares().stream()
            .filter(s -> s.control().equals("C4"))
            .findFirst()
            .orElseThrow()
            .basis());
  }

  private Score score(String control, String importer, Effect effect) {
    return backtest.conditional().stream()
        .filter(s -> s.event().control().equals(control))
        .filter(s -> s.event().importer().equals(importer) && s.event().effect() == effect)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePageHasTheTablesOfTheVerb() throws IOException {
    List<Table<?>> tables = new ArrayList<>(ShockTables.of(shocks));
    tables.addAll(BacktestTables.of(backtest));
    String text =
        "\n"
            + tables.stream().map(BacktestPageTest::print).collect(Collectors.joining("\n"))
            + "\n";
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    assertTrue(from >= BEGIN.length() && to >= from, "the page has lost its marks");
    if (Boolean.getBoolean("plimsoll.regenerate")) {
      page = page.substring(0, from) + text + page.substring(to);
      Files.writeString(PAGE, page);
      to = page.indexOf(END);
    }
    assertEquals(
        text,
        page.substring(from, to),
        "docs/method/backtests.md is out of date: run this test with -Dplimsoll.regenerate=true"
            + " and read what moved");
  }

  private static String print(Table<?> table) {
    List<List<Cell>> cells = table.cells();
    int[] shown = table.listShown(cells);
    StringBuilder text = new StringBuilder("**" + table.title() + "**\n\n");
    text.append(line(Arrays.stream(shown).mapToObj(i -> table.columns().get(i).heading())));
    text.append(line(Arrays.stream(shown).mapToObj(i -> "---")));
    for (List<Cell> row : cells) {
      text.append(line(Arrays.stream(shown).mapToObj(i -> row.get(i).text())));
    }
    return text.toString();
  }

  private static String line(java.util.stream.Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
