package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.TinyWorld;

/** States to begin with, and what was observed beside the model. */
class LabPresetsTest {
  private static final LabMarkets MARKETS = TinyLab.markets();

  @Test
  void anEpisodeLicensesWhatWasNotLost() {
    LabPresets presets = new LabPresets(MARKETS.words(), List.of(TinyPast.outcome(5.5, 1.4, 1.6)));
    LabPresets.Preset preset = presets.listEpisodes().getFirst();
    assertEquals(
        "on=tinium/refined&from=tiny&keep.AAA.tinium/refined=0.5&h=6m", preset.state().print());
    assertEquals("Refined tinium from Aland, 2010: 5.5 months on", preset.title());
  }

  @Test
  void whatWasObservedStandsBesideTheModelAndAMissIsSaid() {
    LabPresets presets =
        new LabPresets(
            MARKETS.words(), List.of(TinyPast.outcome(3, 50, 60), TinyPast.outcome(12, 0.1, 90)));
    for (LabPresets.Preset preset : presets.listEpisodes()) {
      LabAnswer answer = MARKETS.ask(preset.state());
      List<LabPresets.Preset> observed = presets.listObserved(preset.state());
      assertEquals(2, observed.size(), "with the other month");
      assertEquals(preset, observed.getFirst());
      List<String> said = LabObserved.sentences(preset.observed().orElseThrow(), answer);
      assertEquals(
          "The control is laid on the scenario \u201CA tiny alliance\u201D,"
              + " which does nothing else to this mineral.",
          said.getFirst());
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

  /** Controls in force stand; a floor on another mineral would, too. */
  @Test
  void nothingDoneTakesTheScenariosOwnMeasuresAway() {
    LabPresets bare = new LabPresets(MARKETS.words(), List.of());
    assertEquals(
        Optional.of("on=tinium/refined&from=controlled"),
        bare.findNothing(TinyWorld.REFINED).map(LabState::print));
    LabMarkets floored =
        new LabMarkets(
            new LabWords(
                TinyWorld.evidence(), Map.of("floored", TinyWorld.scenario(TinyLab.floor()))),
            "",
            ForkJoinPool.commonPool());
    LabState nothing =
        new LabPresets(floored.words(), List.of()).findNothing(TinyWorld.ORE).orElseThrow();
    assertEquals("on=tinium/mine&from=floored&floor.tinium/refined=0", nothing.print());
    assertEquals(List.of(), floored.ask(nothing).asked().scenario().measures());
  }
}
