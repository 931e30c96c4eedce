package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.TradeClass;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Place;

/** States to begin with, and what was observed beside the model. */
class LabPresetsTest {
  private static final LabMarkets MARKETS = TinyLab.markets();

  /** Half of what others had from AAA was lost: 1 - 0.4 / 0.8. */
  private static ShockOutcome outcome(double months, double low, double high) {
    return new ShockOutcome(
        "Ti2010",
        "tinium",
        "tinium/refined",
        Optional.of(TinyWorld.REFINED),
        List.of(),
        TradeClass.MINOR,
        List.of(TinyWorld.AAA),
        "export licences",
        ShockOutcome.Kind.EXPORT_CONTROL,
        "all",
        "2010-07-08",
        Optional.of(Interval.exactly(0.8)),
        "a test",
        Optional.of(Interval.exactly(months)),
        Optional.of(Interval.exactly(0.4)),
        "assessment",
        "Beeport",
        "10",
        "15",
        "USD/kg",
        Optional.of(new Interval(low, (low + high) / 2, high)),
        Optional.empty(),
        ShockOutcome.Verification.VERIFIED,
        "a paper",
        "",
        "fit",
        Place.ofFile("episodes.csv"));
  }

  @Test
  void anEpisodeLicensesWhatWasNotLost() {
    LabPresets presets = new LabPresets(MARKETS.words(), List.of(outcome(5.5, 1.4, 1.6)));
    LabPresets.Preset preset = presets.listEpisodes().getFirst();
    assertEquals(
        "on=tinium/refined&from=tiny&keep.AAA.tinium/refined=0.5&h=6m", preset.state().print());
    assertEquals("Refined tinium from Aland, 2010: 5.5 months on", preset.title());
  }

  @Test
  void whatWasObservedStandsBesideTheModelAndAMissIsSaid() {
    LabPresets presets =
        new LabPresets(MARKETS.words(), List.of(outcome(3, 50, 60), outcome(12, 0.1, 90)));
    for (LabPresets.Preset preset : presets.listEpisodes()) {
      LabAnswer answer = MARKETS.ask(preset.state());
      List<LabPresets.Preset> observed = presets.listObserved(preset.state());
      assertEquals(2, observed.size(), "with the other month");
      assertEquals(preset, observed.getFirst());
      List<String> said = LabObserved.sentences(preset.observed().orElseThrow(), answer);
      boolean isWide = preset.observed().orElseThrow().multiple().orElseThrow().low() < 1;
      assertTrue(
          said.getLast()
              .endsWith(isWide ? "within what was observed." : "below what was observed."),
          said::toString);
    }
    assertEquals(
        List.of(),
        presets.listObserved(LabState.of(TinyWorld.REFINED, "tiny")),
        "of other levers nothing was observed");
  }

  /**
   * What {@code floored} adds to {@code controlled} has levers, but not that it has no controls.
   */
  @Test
  void everyScenarioIsAStateToBeginWith() {
    List<LabPresets.Preset> presets = new LabPresets(MARKETS.words(), List.of()).listScenarios();
    assertEquals(MARKETS.words().scenarios().size(), presets.size());
    presets.forEach(preset -> assertTrue(MARKETS.ask(preset.state()).isSolved(), preset::title));
  }
}
