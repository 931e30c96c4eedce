package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.market.DrawsOf;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.study.FittedDraws;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Reading.Bound;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;

/** What a state gives in draws of the parameters, on a world that fits in a head. */
class LabDrawsTest {
  private static final String FLOOR = "from=controlled&floor.tinium/refined=25";
  private static final DrawsOf PRIORS = new DrawsOf(Optional.empty(), "the priors");

  private final LabMarkets markets = TinyLab.markets();
  private final LabDraws draws = new LabDraws(markets, PRIORS);

  private LabState state(String query) {
    Loaded<LabState> read = LabState.parse("on=tinium/refined&" + query, markets.words());
    assertEquals(List.of(), read.issues());
    return read.value();
  }

  /** Hears everything and keeps it. */
  private static final class Heard implements LabDraws.Listener {
    private final List<LabDraw> drawn = new ArrayList<>();
    private final List<LabBand> bands = new ArrayList<>();

    @Override
    public void draw(LabDraw draw) {
      drawn.add(draw);
    }

    @Override
    public void band(LabBand band) {
      bands.add(band);
    }
  }

  private Heard hear(LabDraws of, String query, int count) {
    Heard heard = new Heard();
    of.stream(state(query), count, SolverLimits.USUAL, () -> false, heard);
    return heard;
  }

  private static LabBand.Range range(LabBand band, LabQuantity quantity) {
    return Objects.requireNonNull(band.ranges().get(quantity));
  }

  private static double value(LabDraw draw, LabQuantity quantity) {
    return ((Reading.Known) draw.get(quantity)).value();
  }

  /** Draw n is the same alone, among others, last, and on another thread. */
  @Test
  void aDrawDependsOnItsNumberAlone() {
    List<LabDraw> many = hear(draws, FLOOR, 12).drawn;
    assertEquals(12, many.stream().map(d -> d.get(LabQuantity.ALLIANCE_PRICE)).distinct().count());
    assertEquals(many.subList(0, 3), hear(new LabDraws(markets, PRIORS), FLOOR, 3).drawn);
    LabDraws other = new LabDraws(TinyLab.markets(), PRIORS);
    List<LabDraw> sideBySide =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(i -> other.draw(state(FLOOR), 12 - i % 12))
            .toList();
    for (int i = 0; i < sideBySide.size(); i++) {
      assertEquals(many.get(11 - i % 12), sideBySide.get(i));
    }
  }

  /** As {@code leverage --draws} draws them, the whole world calibrated in each draw. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        FLOOR,
        "from=floored&floor.tinium/refined=14&keep.AAA-CCC.tinium/refined=0.5",
        "from=tiny&build=P001&release.tinium/refined=3&h=5y",
        "from=floored&floor.tinium/refined=14&in=AAA"
      })
  void theyAreTheDrawsOfAPlan(String query) {
    Settings settings =
        Settings.QUICK.withFit(Optional.of(new FittedDraws(Settings.SEED, List.of(4, 2))));
    LabDraws fitted = new LabDraws(markets, new DrawsOf(settings.fit(), "a fit"));
    LabCase asked = LabCase.of(state(query), markets.words());
    double moved = 0;
    for (int n = 1; n <= 3; n++) {
      LabDraw draw = fitted.draw(state(query), n);
      Equilibrium before = solved(asked.extended(), settings.draw(n - 1));
      Equilibrium after = solved(asked.scenario(), settings.draw(n - 1));
      double usd =
          after
              .deliveredPrice(TinyWorld.REFINED, markets.words().members(asked.scenario()))
              .orElseThrow();
      assertEquals(usd, value(draw, LabQuantity.ALLIANCE_PRICE), 1e-6 * usd);
      double gain = members(asked, after) - members(asked, before);
      assertEquals(gain / 1e6, value(draw, LabQuantity.MEMBERS_GAIN), 1e-6);
      moved += Math.abs(gain);
    }
    assertTrue(moved > 10, "the levers must move something: " + moved);
  }

  private double members(LabCase asked, Equilibrium solved) {
    return solved.welfare().countries().stream()
        .filter(w ->
            markets.words().members(asked.scenario()).contains(CountryCode.of(w.country().id())))
        .mapToDouble(CountryWelfare::total)
        .sum();
  }

  private Equilibrium solved(Scenario scenario, ParameterDraw draw) {
    Scenario all =
        Planner.inForce(
                markets.words().evidence(), scenario, SolverLimits.USUAL, Workers.ofAllProcessors())
            .whole();
    return Answers.once(Market.of(markets.words().evidence(), all, draw)).getEquilibrium();
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=tiny", "from=floored", "from=controlled", "from=controlled&h=5y"})
  void withEveryLeverAtNothingNobodyGainsInAnyDraw(String query) {
    for (LabDraw draw : hear(draws, query, 20).drawn) {
      assertEquals(new Reading.Known(0, 0), draw.get(LabQuantity.MEMBERS_GAIN));
    }
  }

  /** Positions 1.9 and 17.1 of 20, and a band at 20 of 25, and at the last. */
  @Test
  void theBandIsOfTheDrawsSoFar() {
    Heard heard = hear(draws, FLOOR, 25);
    assertEquals(List.of(20, 25), heard.bands.stream().map(LabBand::draws).toList());
    double[] sorted =
        heard.drawn.stream()
            .limit(20)
            .mapToDouble(d -> value(d, LabQuantity.ALLIANCE_PRICE))
            .sorted()
            .toArray();
    LabBand.Range range = range(heard.bands.getFirst(), LabQuantity.ALLIANCE_PRICE);
    assertEquals(sorted[1] + 0.9 * (sorted[2] - sorted[1]), range.value().low(), 1e-9);
    assertEquals(sorted[17] + 0.1 * (sorted[18] - sorted[17]), range.value().high(), 1e-9);
    assertEquals(20, heard.bands.getFirst().converged());
  }

  /** CCC gets nothing from anybody, whatever the draw: every draw counts, as a bound. */
  @Test
  void aDrawAtTheCeilingIsABound() {
    String noRefinery =
        "- {type: capacityChange, by: [BBB], products: [tinium/refined], tonnesPerYear: -30,"
            + " status: assumed}";
    Heard heard =
        hear(
            draws,
            "keep.AAA.tinium/refined=0&more=" + PackedText.pack(noRefinery).orElseThrow(),
            20);
    LabBand band = heard.bands.getFirst();
    assertEquals(20, band.converged());
    assertEquals(20, band.atCeiling());
    assertEquals(20, range(band, LabQuantity.ALLIANCE_PRICE).known());
    assertEquals(Bound.AT_LEAST, range(band, LabQuantity.ALLIANCE_PRICE).high());
    assertEquals(Bound.AT_MOST, range(band, LabQuantity.MEMBERS_GAIN).low());
    assertTrue(value(heard.drawn.getFirst(), LabQuantity.UNSERVED) > 1);
  }

  /** Nine prices and one that is at least 100: the high end is a bound, the low end is none. */
  @Test
  void anEndIsABoundOnlyIfABoundCouldMoveIt() {
    List<LabDraw> drawn =
        IntStream.range(0, 10)
            .mapToObj(i -> draw(i + 1, new Reading.Known(i == 9 ? 100 : i, i == 9 ? -1 : 0)))
            .toList();
    LabBand.Range range = range(LabBand.of(drawn), LabQuantity.ALLIANCE_PRICE);
    assertEquals(0.9, range.value().low(), 1e-12);
    assertEquals(8 + 0.1 * 92, range.value().high(), 1e-12);
    assertEquals(Bound.EXACT, range.low());
    assertEquals(Bound.AT_LEAST, range.high());
    assertEquals(1, LabBand.of(drawn).atCeiling());
  }

  private static LabDraw draw(int number, Reading price) {
    LabDraw none = LabDraw.without(number, "not asked");
    Map<LabQuantity, Reading> readings = new EnumMap<>(none.readings());
    readings.put(LabQuantity.ALLIANCE_PRICE, price);
    return new LabDraw(number, readings, Optional.empty());
  }

  @Test
  void aDrawWithoutAMarketSaysSoAndIsCounted() {
    Heard heard = new Heard();
    draws.stream(state(FLOOR), 3, new SolverLimits(0, 0), () -> false, heard);
    assertEquals(0, heard.bands.getFirst().converged());
    assertEquals(3, heard.bands.getFirst().draws());
    assertTrue(heard.drawn.getFirst().failure().orElseThrow().contains("not converged at tinium"));
    assertEquals(Map.of(), heard.bands.getFirst().ranges());
  }

  /** At whichever question it is cancelled, nothing more is heard and nothing stays behind. */
  @Test
  void cancelsBetweenDrawsAndWithinASearch() {
    List<LabDraw> whole = hear(new LabDraws(markets, PRIORS), FLOOR, 4).drawn;
    int cancelledInside = 0;
    for (int after = 0; after < 40; after++) {
      AtomicInteger asked = new AtomicInteger();
      Heard heard = new Heard();
      int last = after;
      try {
        draws.stream(
            state(FLOOR), 4, SolverLimits.USUAL, () -> asked.getAndIncrement() >= last, heard);
      } catch (CancellationException e) {
        cancelledInside++;
        assertTrue(heard.drawn.size() < 4);
      }
      assertEquals(whole.subList(0, heard.drawn.size()), heard.drawn);
    }
    assertTrue(cancelledInside > 5, "cancelled " + cancelledInside);
    assertThrows(
        CancellationException.class,
        () -> draws.stream(state(FLOOR), 4, SolverLimits.USUAL, () -> true, new Heard()));
  }

  @Test
  void calibratedDrawsHaveABound() {
    LabDraws small = new LabDraws(markets, PRIORS, 30_000, 10_000);
    assertEquals(hear(draws, FLOOR, 40).drawn, hear(small, FLOOR, 40).drawn);
    assertTrue(draws.bytes() > 40_000, "more than the bound: " + draws.bytes());
    assertTrue(small.bytes() <= 40_000, "within: " + small.bytes());
    assertTrue(small.bytes() > 0);
  }

  @Test
  void eventsAreOneLineOfJson() throws IOException {
    Heard heard = hear(draws, FLOOR, 20);
    JsonNode draw = new ObjectMapper().readTree(heard.drawn.getLast().json());
    assertEquals(20, draw.get("n").asInt());
    assertEquals(
        value(heard.drawn.getLast(), LabQuantity.ALLIANCE_PRICE),
        draw.get("allianceUsdPerTonne").asDouble(),
        0.0);
    JsonNode band = new ObjectMapper().readTree(heard.bands.getLast().json());
    assertEquals(20, band.get("converged").asInt());
    assertTrue(
        band.get("membersGainUsdMillion").get("low").asDouble()
            < band.get("membersGainUsdMillion").get("high").asDouble());
    assertFalse(heard.bands.getLast().json().contains("\n"));
  }
}
