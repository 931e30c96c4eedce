package org.plimsoll.app.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.lab.LabMarkets;
import org.plimsoll.app.lab.LabPresets;
import org.plimsoll.app.lab.LabWords;
import org.plimsoll.app.lab.TinyPast;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.language.Messages;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.planner.market.search.SolverLimits;

/** The Lab's page where there is no market, or no price. */
class LabSiteTest {
  private static final LabMarkets MARKETS =
      new LabMarkets(
          new LabWords(TinyWorld.evidence(), Map.of("tiny", TinyWorld.scenario())),
          "3f2ac1",
          ForkJoinPool.commonPool());
  private static final LabPresets PRESETS = new LabPresets(MARKETS.words(), List.of());
  private static final AtomicBoolean CHANGED = new AtomicBoolean();
  private static final SiteWorld WORLD =
      new SiteWorld(
          TinyWorld.evidence(),
          "3f2ac1",
          CHANGED::get,
          SiteFiles.read(),
          Messages.read(Language.ENGLISH));
  private static final LabSite SITE = new LabSite(MARKETS, PRESETS, WORLD);
  private static final LabSite IN_NO_STEP =
      new LabSite(MARKETS, PRESETS, WORLD, new SolverLimits(0, 0));

  /** {@code capacityChange} by BBB of -30 t a year of what is refined, packed. */
  private static final String NO_REFINERY =
      "DcoxDoAgDEDRq_QAGE3cGPECrsY4VKjKYCW0DMR4d1n_-x28WhNZ8JjQR63ThXy"
          + "Sgb1aWJ1zm4GUn1C8SgsaOZa7z3REptBMH2aSmfJCmC1042BAFLW0G0XKTeH7AQ";

  private static String text(Reply reply) {
    return reply.body() instanceof Reply.Body.Whole(byte[] bytes)
        ? new String(bytes, StandardCharsets.UTF_8)
        : "";
  }

  @Test
  void thePageSaysThatTheWorldChangedUnderTheServer() {
    String query = "on=tinium/refined&from=tiny";
    assertFalse(text(SITE.page(query)).contains("changed on disk"));
    CHANGED.set(true);
    try {
      assertTrue(text(SITE.page(query)).contains("changed on disk"));
    } finally {
      CHANGED.set(false);
    }
  }

  /** The title of a scenario says nothing of a control that is laid on it. */
  @Test
  void aControlOfThePastStandsBeforeTheScenarioThatItIsLaidOn() {
    LabPresets presets = new LabPresets(MARKETS.words(), List.of(TinyPast.outcome(12, 1.4, 1.6)));
    LabSite site = new LabSite(MARKETS, presets, WORLD);
    LabPresets.Preset control = presets.listEpisodes().getFirst();
    String query = control.state().print();
    String page = text(site.page(query));
    String said =
        "<span>Refined tinium from Aland, 2010: 12 months on</span>"
            + " <span>levers on: A tiny alliance</span>";
    assertTrue(page.contains(said), page);
    assertTrue(page.contains("<p class=\"soft\">levers on: A tiny alliance</p>"), "in the list");
    assertTrue(page.contains("laid on the scenario \u201CA tiny alliance\u201D"), page);
    String bare = text(site.page("on=tinium/refined&from=tiny"));
    assertTrue(bare.contains("<span>A tiny alliance</span>"), bare);
    // Script puts another state into the same page.
    String part = text(site.part(query + "&part=all"));
    assertTrue(part.contains("<h1 id=\"title\">Lab: Refined tinium</h1>"), part);
    assertTrue(part.contains(said) && part.contains("<ul id=\"chain\">"), part);
  }

  @Test
  void whereNoStopCostsAnythingThePageSaysSo() {
    Reply reply = IN_NO_STEP.worst("on=tinium/refined&from=tiny");
    assertEquals(404, reply.status());
    assertTrue(text(reply).contains("No stop of Refined tinium was solved"), text(reply));
  }

  @Test
  void leversWithoutAMarketSayWhereAndWhatToTryInThePlaceOfTheAnswer() {
    text(SITE.page("on=tinium/refined&from=tiny"));
    String page = text(IN_NO_STEP.page("on=tinium/refined&from=tiny&floor.tinium/refined=25"));
    for (String said :
        List.of(
            "No market was found",
            "tinium/refined",
            "lab-floor-tinium-refined",
            "Maybe",
            "<section id=\"figures\" hidden=\"\"></section>",
            "value=\"25\"",
            ">without</a>")) {
      assertTrue(page.contains(said), () -> said + " is missing of " + page);
    }
    assertFalse(page.contains("The alliance pays"), page);
  }

  @Test
  void everyNumberSaysItsUnitInSignsAndAloud() {
    String page = text(SITE.page("on=tinium/refined&from=tiny&floor.tinium/mine=3"));
    int levers = page.split("class=\"lever amount\"", -1).length - 1;
    assertTrue(levers >= 4, "floors, licences and stock: " + levers);
    assertEquals(levers, page.split("<span class=\"unit\">[^<]+</span>", -1).length - 1);
    assertEquals(levers, page.split("data-unit=\"[^\"]{5,}\"", -1).length - 1);
  }

  @Test
  void atTheCeilingNoPriceIsPrinted() {
    String parts =
        text(
            SITE.part(
                "on=tinium/refined&from=tiny&keep.AAA.tinium/refined=0&more="
                    + NO_REFINERY
                    + "&part=fast"));
    assertTrue(parts.contains("at the assumed ceiling"), parts);
    assertTrue(parts.contains("at the ceiling losses may be larger"), parts);
  }
}
