package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.cli.TinyRegisters;
import org.plimsoll.app.lab.LabMarkets;
import org.plimsoll.app.lab.LabPresets;
import org.plimsoll.app.lab.LabWords;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.language.Messages;
import org.plimsoll.app.plan.BudgetSection;
import org.plimsoll.app.plan.PlanComparison;
import org.plimsoll.app.plan.PlanPage;
import org.plimsoll.app.plan.SamplePlan;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.page.BorderParts;
import org.plimsoll.app.server.page.BorderSite;
import org.plimsoll.app.server.page.LabSite;
import org.plimsoll.app.server.page.MethodSite;
import org.plimsoll.app.server.page.MineralSite;
import org.plimsoll.app.server.page.PlanSite;
import org.plimsoll.app.server.page.ProjectSite;
import org.plimsoll.app.server.page.RegisterSite;
import org.plimsoll.app.server.page.SiteFiles;
import org.plimsoll.app.server.page.SiteWorld;
import org.plimsoll.app.server.page.SourceSite;
import org.plimsoll.app.server.page.StockpileSite;
import org.plimsoll.app.server.page.VaultSite;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;

/** Pages in a language unlike English, in which every English word stands out. */
class FixedWordsTest {
  /** {@code capacityChange} by BBB of -30 t a year of what is refined, packed. */
  private static final String NO_REFINERY =
      "DcoxDoAgDEDRq_QAGE3cGPECrsY4VKjKYCW0DMR4d1n_-x28WhNZ8JjQR63ThXy"
          + "Sgb1aWJ1zm4GUn1C8SgsaOZa7z3REptBMH2aSmfJCmC1042BAFLW0G0XKTeH7AQ";

  /** Every lever but projects, of which the tiny world has none. */
  private static final String MOVED =
      "on=tinium/refined&from=tiny&floor.tinium/refined=8&gap.tinium/refined=exporter"
          + "&keep.AAA.tinium/refined=0.5&keep.AAA-CCC.tinium/refined=0&in=AAA"
          + "&release.tinium/refined=3&h=5y&v=latest";

  private static final String BARE = "on=tinium/refined&from=tiny";

  /** Neither now nor in A is there a price to print. */
  private static final String AT_CEILING =
      "on=tinium/refined&from=tiny&keep.AAA.tinium/refined=0&more=" + NO_REFINERY;

  private static final LabMarkets MARKETS =
      new LabMarkets(
          new LabWords(TinyWorld.evidence(), Map.of("tiny", TinyWorld.scenario())),
          "3f2ac1",
          ForkJoinPool.commonPool());
  private static final List<String> SCENARIOS = List.of("action-plan-2026");
  private static final Pattern TAG = Pattern.compile("<(/?)([\\w-]+)([^>]*)>");
  private static final Pattern OTHER = Pattern.compile(" lang=\"(?!ja)");
  private static final Set<String> EMPTY = Set.of("meta", "link", "input", "br", "hr", "img");

  /**
   * Cells and choices hold names of the world, and what is typed is code; the title of a window is
   * the page's own.
   */
  private static final Set<String> OF_NAMES =
      Set.of("head", "tbody", "option", "pre", "kbd", "textarea");

  /** Names and codes outside cells, which no language translates. */
  private static final Pattern NAMES =
      Pattern.compile(
          String.join(
              "|",
              "<!DOCTYPE html>|Plimsoll|nobody|none|sample|latest|seed 7",
              "A tiny alliance|Aland|Cland|Tinium ore|Refined tinium|tiny-world|action-plan-2026",
              "plan\\.html|plan\\.json|tables\\.xlsx|manifest\\.json|SHA-256 [0-9a-f]+",
              "/api/v1/openapi\\.json|plimsoll assess|plimsoll token add NAME --role",
              "vault:[a-z]+|[a-z]+\\.csv|JSON lines|Parquet|役割 customs|--schedules|Schedules"));

  private static final Pattern SPOKEN =
      Pattern.compile("(?:aria-label|placeholder|alt|title)=\"([^\"]*)\"");
  private static final Pattern ENGLISH_WORD = Pattern.compile("\\b[A-Za-z][a-z]{2,}\\b");

  /** Pages of a site by name. */
  static Stream<Map.Entry<String, Function<SiteWorld, Reply>>> pages() {
    SortedMap<String, Function<SiteWorld, Reply>> pages = new TreeMap<>();
    pages.put("first", site -> new PlanSite(site).first(SCENARIOS));
    pages.put(
        "plan",
        site ->
            new PlanSite(site)
                .plan(
                    "0",
                    SamplePlan.plan(),
                    PlanPage.particulars(SamplePlan.plan()),
                    PlanPage.sections(SamplePlan.plan()),
                    SCENARIOS));
    for (Job.State state : Job.State.values()) {
      pages.put(
          "plan " + state,
          site -> new PlanSite(site).progress("0", state.word(), state.isOver(), "", "why"));
    }
    pages.put("no plan", site -> new PlanSite(site).missing("0"));
    pages.put("not made", site -> new PlanSite(site).notMade("action-plan-2026", SCENARIOS));
    pages.put(
        "comparison",
        site ->
            new PlanSite(site)
                .comparison("0", "1", PlanComparison.of(SamplePlan.plan(), SamplePlan.plan())));
    pages.put("no stockpile", site -> new StockpileSite(site).none());
    pages.put(
        "stockpile",
        site ->
            new StockpileSite(site)
                .page("0", SamplePlan.plan(), new BudgetSection(SamplePlan.plan()), 1));
    pages.put("type of problem", site -> site.text("A title", "What it means."));
    pages.put("problem", site -> site.problem(400, "A problem", "something is wrong", "try it"));
    pages.put("minerals", site -> new MineralSite(site).list());
    pages.put("no mineral", site -> new MineralSite(site).page("0"));
    Evidence world = TinyWorld.evidence();
    pages.put("mineral", site -> new MineralSite(site).page(world.commodities().getFirst().id()));
    pages.put("registers", site -> new RegisterSite(site).page(Map.of()));
    pages.put("project", site -> new ProjectSite(site).page("P1"));
    pages.put(
        "project of a plan", site -> new ProjectSite(site).page("P1", "0", SamplePlan.plan()));
    pages.put("no project", site -> new ProjectSite(site).page("0"));
    pages.put("no project, but one near", site -> new ProjectSite(site).page("P2"));
    pages.put("sources", site -> new SourceSite(site).list());
    pages.put("no source", site -> new SourceSite(site).page("0"));
    Evidence.Dataset first = world.datasets().getFirst();
    pages.put("source", site -> new SourceSite(site).page(first.id() + "@" + first.edition()));
    Answer schedules = Answer.of("Schedules");
    pages.put(
        "border",
        site ->
            new BorderSite(site)
                .page(List.of("book"), Optional.of("book"), schedules, Optional.of(schedules)));
    pages.put(
        "border, no schedule",
        site ->
            new BorderSite(site).page(List.of(), Optional.empty(), schedules, Optional.empty()));
    for (Job.State state : Job.State.values()) {
      pages.put(
          "result " + state, site -> result(site, state.word(), state.isOver(), List.of("a.csv")));
    }
    pages.put("vault", site -> new VaultSite(site).first(true));
    pages.put("no vault", site -> new VaultSite(site).first(false));
    String floored = "on=tinium/refined&from=tiny&floor.tinium/refined=8";
    pages.put("lab", site -> lab(site).page(BARE));
    pages.put("lab, at the ceiling", site -> lab(site).page(beside(AT_CEILING, AT_CEILING)));
    pages.put("lab, moved", site -> lab(site).page(MOVED));
    pages.put("lab, beside A", site -> lab(site).page(beside(floored, BARE)));
    pages.put("lab, a step", site -> lab(site).part(MOVED + "&was=on=tinium/refined%26from=tiny"));
    pages.put(
        "lab, A dropped", site -> lab(site).part(MOVED + "&was=" + MOVED.replace("&", "%26")));
    pages.put("lab, no such key", site -> lab(site).page(floored + "&flor=3"));
    pages.put("why", site -> lab(site).why(MOVED));
    pages.put("method", site -> new MethodSite(site).list());
    pages.put("page of the method", site -> new MethodSite(site).page("market"));
    return pages.entrySet().stream();
  }

  /** As the Lab writes it: an address that is written otherwise is led to that, without a page. */
  private static String beside(String now, String first) {
    return now + "&a=" + URLEncoder.encode(first, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  private static Reply result(SiteWorld site, String state, boolean isOver, List<String> files) {
    String part =
        BorderParts.result(
            site.messages(), "/x", state, isOver, 7, "why", files, true, "<p>a part</p>");
    return Reply.of(200, "text/html", part);
  }

  private static LabSite lab(SiteWorld site) {
    return new LabSite(MARKETS, new LabPresets(MARKETS.words(), List.of()), site);
  }

  private static SiteWorld site(Language language, boolean isChanged) {
    return new SiteWorld(
        TinyRegisters.evidence(), "", () -> isChanged, SiteFiles.read(), Messages.read(language));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageInJapaneseHasNoEnglishButWhatIsMarkedSo(
      Map.Entry<String, Function<SiteWorld, Reply>> page) {
    for (boolean isChanged : List.of(true, false)) {
      String html = text(page.getValue().apply(site(Language.JAPANESE, isChanged)));
      assertFalse(html.isEmpty(), "no page");
      assertTrue(!html.startsWith("<!") || html.contains("<html lang=\"ja\">"), html);
      List<String> own = own(html);
      List<String> left =
          own.stream()
              .filter(text -> ENGLISH_WORD.matcher(NAMES.matcher(text).replaceAll("")).find())
              .toList();
      assertEquals(List.of(), left, page.getKey());
      Messages.texts(Language.ENGLISH)
          .forEach(
              (key, english) -> assertFalse(english.contains(" ") && own.contains(english), key));
    }
  }

  /** Text and spoken attributes of a page, without names and what says that it is English. */
  private static List<String> own(String html) {
    List<String> own = new ArrayList<>();
    Deque<Boolean> isForeign = new ArrayDeque<>(List.of(false));
    Matcher tags = TAG.matcher(html);
    for (int end = 0; tags.find(); end = tags.end()) {
      if (!isForeign.getLast()) {
        own.add(html.substring(end, tags.start()).strip());
      }
      if (!tags.group(1).isEmpty()) {
        isForeign.removeLast();
      } else {
        boolean isOther =
            isForeign.getLast()
                || OTHER.matcher(tags.group(3)).find()
                || OF_NAMES.contains(tags.group(2));
        if (!isOther) {
          SPOKEN.matcher(tags.group(3)).results().forEach(found -> own.add(found.group(1)));
        }
        if (!EMPTY.contains(tags.group(2)) && !tags.group(3).endsWith("/")) {
          isForeign.addLast(isOther);
        }
      }
    }
    assertEquals(1, isForeign.size(), "a tag is not closed");
    return own;
  }

  private static String text(Reply reply) {
    return switch (reply.body()) {
      case Reply.Body.Whole(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
      case Reply.Body.Streamed streamed -> streamed.toString();
    };
  }
}
