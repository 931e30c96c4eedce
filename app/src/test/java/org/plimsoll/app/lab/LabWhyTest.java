package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerJson;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.draw.ParameterDraw.Figure;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.study.Workers;

/** What the Lab's answer hangs on, on a world that fits in a head. */
class LabWhyTest {
  private static final String FLOOR =
      "from=controlled&floor.tinium/refined=25&release.tinium/refined=2";

  private final LabMarkets markets = TinyLab.markets();

  private LabState state(String query) {
    Loaded<LabState> read = LabState.parse("on=tinium/refined&" + query, markets.words());
    assertEquals(List.of(), read.issues());
    return read.value();
  }

  private JsonNode why(String query) throws IOException {
    return new ObjectMapper()
        .readTree(
            AnswerJson.write(LabWhy.of(markets, state(query), SolverLimits.USUAL, () -> false)));
  }

  private double[] solved(String query) {
    LabCase asked = LabCase.of(state(query), markets.words());
    Equilibrium before = solved(asked.extended(), ParameterDraw.central());
    return read(asked, before, solved(asked.scenario(), ParameterDraw.central()));
  }

  private double[] read(LabCase asked, Equilibrium before, Equilibrium after) {
    var members = markets.words().members(asked.scenario());
    double gain =
        after.welfare(before).countries().stream()
            .filter(w -> members.contains(w.country()))
            .mapToDouble(CountryWelfare::total)
            .sum();
    return new double[] {
      after.deliveredPrice(TinyWorld.REFINED, members).orElseThrow(), gain / 1e6
    };
  }

  private Equilibrium solved(Scenario scenario, ParameterDraw draw) {
    Scenario all =
        Planner.inForce(
                markets.words().evidence(), scenario, SolverLimits.USUAL, Workers.ofAllProcessors())
            .whole();
    return Answers.once(Market.of(markets.words().evidence(), all, draw)).getEquilibrium();
  }

  private static JsonNode slope(JsonNode why, String key, LabQuantity quantity) {
    return why.get("slopes")
        .valueStream()
        .filter(row -> row.get("key").asText().equals(key))
        .filter(row -> row.get("quantity").asText().equals(quantity.label()))
        .findFirst()
        .orElseThrow();
  }

  /** The floor, what is licensed, what is released and what is built, each by a difference. */
  @ParameterizedTest
  @CsvSource({
    "from=controlled&floor.tinium/refined=%s,floor.tinium/refined,21,0.001",
    "from=tiny&keep.AAA.tinium/refined=%s,keep.AAA.tinium/refined,0.6,0.00001",
    "from=controlled&release.tinium/refined=%s,release.tinium/refined,2,0.001"
  })
  void aSlopeIsADifference(String query, String key, double at, double step) throws IOException {
    JsonNode why = why(query.formatted(at));
    double[] below = solved(query.formatted(at - step));
    double[] above = solved(query.formatted(at + step));
    double units = key.startsWith("keep") ? 200 * step : 2 * step;
    double price = (above[0] - below[0]) / units;
    double gain = (above[1] - below[1]) / units;
    assertTrue(Math.abs(price) > 1e-6 || Math.abs(gain) > 1e-6, "the lever must move something");
    JsonNode byPrice = slope(why, key, LabQuantity.ALLIANCE_PRICE);
    JsonNode byGain = slope(why, key, LabQuantity.MEMBERS_GAIN);
    double size = Math.abs(price);
    assertEquals(price, byPrice.get("more").asDouble(), 1e-3 * size + 1e-6);
    assertEquals(-price, byPrice.get("less").asDouble(), 1e-3 * size + 1e-6);
    assertEquals(gain, byGain.get("more").asDouble(), 1e-3 * Math.abs(gain) + 1e-6);
  }

  /** What licenses nothing has no figure, so that the market is solved a little beside. */
  @Test
  void aStopCanOnlyBeLoosened() throws IOException {
    JsonNode why = why("from=tiny&keep.AAA.tinium/refined=0");
    JsonNode row = slope(why, "keep.AAA.tinium/refined", LabQuantity.MEMBERS_GAIN);
    assertTrue(row.get("less").isNull());
    assertEquals("cannot be less", row.get("missing").get("less").asText());
    double step = 0.001;
    double more =
        (solved("from=tiny&keep.AAA.tinium/refined=" + step)[1]
                - solved("from=tiny&keep.AAA.tinium/refined=0")[1])
            / (100 * step);
    assertEquals(more, row.get("more").asDouble(), 1e-6 * Math.abs(more));
  }

  /** The longest bar of each quantity is the whole world solved at both ends of its figure. */
  @ParameterizedTest
  @CsvSource({"priceBars,0", "gainBars,1"})
  void aBarIsTheMarketSolvedAtBothEnds(String table, int quantity) throws IOException {
    JsonNode bars = why(FLOOR).get(table);
    JsonNode bar = bars.get(0);
    assertTrue(bar.get("isSolved").asBoolean());
    LabCase asked = LabCase.of(state(FLOOR), markets.words());
    Figure figure = new Figure(bar.get("figure").asText(), bar.get("scope").asText());
    double here = solved(FLOOR)[quantity];
    for (String end : List.of("low", "high")) {
      ParameterDraw draw =
          ParameterDraw.central().with(figure, bar.get("range").get(end).asDouble());
      double there =
          read(asked, solved(asked.extended(), draw), solved(asked.scenario(), draw))[quantity];
      double change = bar.get(end.equals("low") ? "atLow" : "atHigh").asDouble();
      assertEquals(there - here, change, 1e-6 * Math.abs(here));
    }
    for (int i = 1; i < bars.size(); i++) {
      assertTrue(size(bars.get(i)) <= size(bars.get(i - 1)), "the longest first");
    }
  }

  private static double size(JsonNode bar) {
    return Math.max(Math.abs(bar.get("atLow").asDouble()), Math.abs(bar.get("atHigh").asDouble()));
  }

  /** A bar leads to its figure's row and to the page that explains it. */
  @Test
  void aBarNamesItsRowAndItsPage() throws IOException {
    JsonNode bars = why("from=controlled").get("priceBars");
    assertTrue(bars.size() > 3);
    for (JsonNode bar : bars) {
      assertTrue(bar.get("method").asText().startsWith("docs/method/"), bar::toString);
      assertTrue(bar.get("row").asText().length() > 10, bar::toString);
    }
    assertTrue(
        bars.valueStream()
            .anyMatch(bar -> bar.get("row").asText().equals("world/export_controls.csv: E001")),
        "the licence of the control has a range: " + bars);
  }

  @Test
  void withEveryLeverAtNothingNoFigureMovesTheGain() throws IOException {
    JsonNode why = why("from=controlled");
    assertEquals(0, why.get("gainBars").size());
    assertEquals(0, why.get("slopes").size());
    assertTrue(why.get("priceBars").size() > 0);
  }

  @Test
  void aStateWithoutAMarketSaysWhy() {
    markets.ask(state("from=tiny"));
    Answer none =
        LabWhy.of(markets, state("floor.tinium/refined=25"), new SolverLimits(0, 0), () -> false);
    assertEquals(new Cell.Words("not-converged"), none.facts().get("status"));
    assertThrows(
        CancellationException.class,
        () -> LabWhy.of(markets, state(FLOOR), SolverLimits.USUAL, () -> true));
  }
}
