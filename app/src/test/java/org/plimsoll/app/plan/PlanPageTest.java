package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.study.CaseId;

/** What the page of a plan says, and in which order. {@link PlanPageInBrowserTest} looks at it. */
class PlanPageTest {
  private static final String PAGE = PlanPage.render(SamplePlan.plan());
  private static final String EMPTY = PlanPage.render(SamplePlan.empty());

  @Test
  void sectionsComeInTheOrderOfANegotiator() {
    List<String> expected =
        List.of(
            "summary",
            "exposure",
            "leverage",
            "either-way",
            "floors",
            "disparities",
            "stockpile",
            "projects",
            "cooperation",
            "cases",
            "chains",
            "stop-flows",
            "prices",
            "promises",
            "sanity",
            "certainty",
            "computed",
            "sources");
    List<String> found =
        Pattern.compile("<section id=\"([a-z-]+)\">")
            .matcher(PAGE)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(expected, found);
  }

  @Test
  void equalPlansGiveEqualBytes() {
    assertEquals(PAGE, PlanPage.render(SamplePlan.plan()));
  }

  @Test
  void aStatementHasItsFiguresInPlaceWithRangeGradeAndOrigin() {
    String summary = section(PAGE, "summary");
    assertTrue(
        summary.contains("If China stops gallium, <a class=\"num ranged gb\" href=\"#how-1\""));
    assertTrue(summary.contains(">44% <span class=\"range\">(31 to 60)<sup>B\u00A0c1</sup>"));
    assertTrue(summary.contains("60 to 140\u00A0days<sup>C\u00A0c2</sup>"), "grade C: range only");
  }

  @Test
  void aStatementWithAPlaceForAFigureThatIsNotThereIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> words().statement(new ActionPlan.Statement("It is {1}.", List.of(days()))));
    assertEquals(
        "a statement of the plan has a place for figure {1}, but only 1 figures: It is {1}.",
        refusal.getMessage());
  }

  @Test
  void aFigureWithoutAPlaceFollowsItsStatement() {
    ActionPlan.Statement statement = new ActionPlan.Statement("Days of cover:", List.of(days()));
    assertEquals("Days of cover: 12\u00A0days", words().statement(statement).plain());
  }

  @Test
  void whatAFigureWasComputedFromIsListedWithItsSourceAndMethodPage() {
    String computed = section(PAGE, "computed");
    assertTrue(computed.contains("<li id=\"how-1\">"));
    assertTrue(computed.contains("Method: leverage"));
    assertTrue(computed.contains("parameter demand-elasticity, 0.2 to 0.5"));
    assertTrue(computed.contains("href=\"#src-1\""), "its source has its place in the last list");
    assertTrue(section(PAGE, "sources").contains("Nobody (2026), Trade that never was"));
  }

  @Test
  void lossesAtTheCeilingAreLowerBoundsAndRowsStandByTheLossOfUsers() {
    String leverage = section(PAGE, "leverage");
    assertTrue(leverage.contains(">≥6,500</a>"), "in the matrix");
    assertTrue(leverage.contains(">at least 6,500 <span class=\"range\">(3,900 to at least"));
    assertTrue(leverage.contains("at the assumed ceiling"));
    // By what users lose, which grows with the product: antimony, then gallium, then magnets.
    String cards = leverage.substring(leverage.indexOf("then the largest loss of users"));
    int antimony = cards.indexOf("28 to 48%");
    int gallium = cards.indexOf(">32% ");
    assertTrue(0 < antimony && antimony < gallium, cards);
    // The stop to all stands under the stop to the alliance.
    assertTrue(cards.indexOf("everybody") > cards.indexOf(">alliance<"));
  }

  @Test
  void aVerdictThatDiffersBetweenVintagesIsSaidBeforeAnythingElse() {
    String floors = section(PAGE, "floors");
    int note = floors.indexOf("The verdict on the floor for NdPr oxide depends on the price");
    assertTrue(0 < note && note < floors.indexOf("<figure"));
    assertTrue(floors.contains("At 2024 prices: held; at the latest prices: idle."));
    assertFalse(floors.contains("The verdict on the floor for Antimony"), "idle at both");
  }

  @Test
  void proposedAndReportedFloorsAreDrawnDifferently() {
    String floors = section(PAGE, "floors");
    assertTrue(floors.contains("class=\"floor\""));
    assertTrue(floors.contains("class=\"floor proposed\""));
  }

  @Test
  void aPriceThatIsOnlyABoundIsNotDrawn() {
    ActionPlan.Floor floor = SampleActions.floors().getFirst();
    Pattern label = Pattern.compile(">alliance [^<]*\\d");
    assertTrue(label.matcher(ladders(floor, at -> at)).find());
    assertFalse(label.matcher(ladders(floor, PlanPageTest::atCeiling)).find());
  }

  private static String ladders(ActionPlan.Floor f, UnaryOperator<ActionPlan.FloorAt> vintage) {
    ActionPlan.Floor changed =
        new ActionPlan.Floor(
            f.product(),
            f.name(),
            f.status(),
            f.source(),
            f.price(),
            f.bound(),
            f.gapGoesTo(),
            f.incentive(),
            f.vintages().stream().map(vintage).toList());
    String floors = section(PlanPage.render(SamplePlan.withFloors(changed)), "floors");
    return floors.substring(floors.indexOf("<svg"), floors.lastIndexOf("</svg>"));
  }

  private static ActionPlan.FloorAt atCeiling(ActionPlan.FloorAt at) {
    return new ActionPlan.FloorAt(
        at.vintage(),
        at.date(),
        at.verdict(),
        at.basePrice(),
        at.makers(),
        new ActionPlan.Prices(
            SamplePlan.atLeast(at.prices().alliance().find().orElseThrow()),
            at.prices().thirdCountries(),
            at.prices().restrictor()),
        at.levy(),
        at.revenue(),
        at.userCost(),
        at.blocOutput(),
        at.nextStageOutput(),
        at.findings());
  }

  @Test
  void anIndicativeProductHasTwoFiguresWhateverItsGrade() {
    // Read, of grade A, 7,703.5 t; but dysprosium is indicative.
    assertTrue(section(PAGE, "exposure").contains(">≈\u00A07,700<sup>1</sup>"));
    assertTrue(section(PAGE, "exposure").contains(">8,938<sup>1</sup>"), "gallium is not");
  }

  @Test
  void casesStandBesideEachOtherWithRoles() {
    String cases = section(PAGE, "cases");
    List<String> titles =
        List.of("Status quo", "The scenario", "Stop, nothing done", "Stop, with the plan");
    for (int i = 0; i < titles.size(); i++) {
      assertTrue(cases.contains("<li><strong>" + titles.get(i) + "</strong>, against "));
      assertTrue(cases.contains(">case " + (i + 1) + ", USD m</th>"));
      assertTrue(cases.contains("<h3>Case " + (i + 1) + ". " + titles.get(i) + ", against "));
    }
    int member = cases.indexOf(">United States</th>");
    int restricting = cases.indexOf(">China</th><td>restricting exporter</td>");
    int other = cases.indexOf(">Korea</th><td>other</td>");
    assertTrue(0 < member && member < restricting && restricting < other);
  }

  @Test
  void theMapHasRolesAndTheNoticeOnBoundaries() {
    String chains = section(PAGE, "chains");
    assertTrue(chains.contains("Boundaries from Natural Earth; no position is taken."));
    assertTrue(
        chains.contains("<use class=\"l0\" href=\"#land-DEU\" data-k=\"DEU\"/>"),
        "a member by its union");
    assertTrue(Pattern.compile("class=\"l1\" href=\"#land-CHN\"").matcher(chains).find());
    assertFalse(chains.contains("A chain without flows"));
  }

  @Test
  void promisesSayDaysLateAndDaysUnknown() {
    String promises = section(PAGE, "promises");
    assertTrue(promises.contains("kept 2026-04-24, 49 days late"));
    assertTrue(promises.contains("unknown, 233 days past its date with no later evidence"));
    assertTrue(promises.contains("Promises without a date"));
    assertTrue(promises.contains("31 Jan 2027"), "a date known to its month is drawn at its end");
  }

  @Test
  void failedSolvesComeFirstAndAreSaid() {
    ActionPlan failed =
        SamplePlan.withUnsolved(new CaseId("stop-of-antimony"), "no price clears antimony/metal");
    String certainty = section(PlanPage.render(failed), "certainty");
    assertTrue(certainty.contains("1 of 4 markets were not solved"));
    int unsolved = certainty.indexOf(">stop-of-antimony</th>");
    assertTrue(0 < unsolved && unsolved < certainty.indexOf(">base</th>"));
    assertTrue(certainty.contains("no price clears antimony/metal"));
    assertTrue(section(PAGE, "certainty").contains("Every market that the plan needed was solved"));
  }

  @Test
  void aPlanWithNothingInItSaysSoEverywhere() {
    assertFalse(EMPTY.contains("<figure"));
    assertTrue(section(EMPTY, "stockpile").contains("gives the stockpile no budget"));
    assertTrue(section(EMPTY, "promises").contains("no promise on this date"));
    assertTrue(section(EMPTY, "certainty").contains("Only the central case was solved"));
  }

  @Test
  void wordsOfThePlanCannotBecomeMarkup() {
    String page =
        PlanPage.render(
            SamplePlan.withControl(
                new ActionPlan.Control(
                    "E9",
                    "<script>alert(1)</script>",
                    "act",
                    "ban",
                    "x",
                    "all",
                    "in force",
                    false,
                    "in force",
                    "no",
                    "",
                    "javascript:alert(1)",
                    "F001")));
    assertFalse(page.contains("<script"));
    assertFalse(page.contains("href=\"javascript"));
  }

  @Test
  void whatIsNotSolvedInFullIsListedWithTheReason() {
    String page = PlanPage.render(SamplePlan.plan());
    assertTrue(page.contains("Of 7 products, 4 are solved in full"));
    assertTrue(page.contains("no use by country"));
    assertTrue(page.contains("made up as indicative"));
    assertFalse(page.contains("made up as solved"), "what is solved is not listed");
  }

  @Test
  void aChainThatTheCaseLeavesAsItWasIsDrawnOnce() {
    String changed = PlanPage.render(SamplePlan.plan());
    String same = PlanPage.render(SamplePlan.withoutChange());
    assertTrue(changed.contains(", before and after") && changed.contains("after, t"));
    assertFalse(same.contains(", before and after") || same.contains("after, t"));
    assertTrue(same.contains("The base year, which the case leaves as it was"));
  }

  @Test
  void aMissingFigureShowsItsReasonWhereTheNumberWouldStand() {
    String flows = section(PAGE, "stop-flows");
    assertTrue(
        flows.contains("<span class=\"missing\">not solved: no price clears the market</span>"));
    assertTrue(section(PAGE, "exposure").contains("<span class=\"missing\">no use stops</span>"));
    assertTrue(
        section(PAGE, "leverage").contains("<span class=\"missing\">unknown: no sectors</span>"));
  }

  /** A stop without a solution is a row that says why, and neither 0 nor gone. */
  @Test
  void aStopThatWasNotSolvedIsSaid() {
    ActionPlan.Leverage solved = SamplePlan.plan().leverage();
    ActionPlan.LeverageCell unsolved =
        SampleStops.unsolved(solved.cells().getFirst(), "not solved: out of time");
    ActionPlan plan =
        SamplePlan.withLeverage(
            List.of(),
            new ActionPlan.Leverage(solved.products(), solved.exporters(), List.of(unsolved)));
    String leverage = section(PlanPage.render(plan), "leverage");
    assertTrue(leverage.split("not solved: out of time", -1).length > 10, "every number");
    assertTrue(leverage.contains("<span class=\"missing\">not solved</span>"), "and the price");
  }

  @Test
  void aRangeSaysHowManyDrawsStandBehindIt() {
    assertTrue(
        section(PAGE, "leverage")
            .contains("18 of 20 draws; the others: 2 not solved: no price clears the market\""),
        "in the tooltip");
    ActionPlan.Statement statement =
        new ActionPlan.Statement(
            "The loss is {0}.",
            List.of(
                SamplePlan.drawn(SamplePlan.computed(1e9, 2e9, 3e9, "USD/year", Grade.B, "m"))));
    assertEquals(
        "The loss is USD\u00A02\u00A0bn (1 to 3) (18 of 20 draws).",
        words().statement(statement).plain());
  }

  @Test
  void aBoundIsSaidBeforeTheNumberAndAtTheHighEnd() {
    assertTrue(
        section(PAGE, "summary")
            .contains(
                ">at least USD\u00A01.3\u00A0bn <span class=\"range\">(0.9 to at least 2.2)"));
    ActionPlan.Statement weak =
        new ActionPlan.Statement(
            "{0}",
            List.of(
                SamplePlan.atLeast(
                    SamplePlan.computed(2.1e9, 9e9, 20e9, "USD/year", Grade.C, "m"))));
    assertEquals(
        "USD\u00A02.1 to at least 20\u00A0bn",
        words().statement(weak).plain(),
        "grade C: range only");
  }

  @Test
  void aFloorHasTheVerdictOfThePlanAndWhatMakersArePaid() {
    String floors = section(PAGE, "floors");
    assertTrue(floors.contains("<strong>held</strong>"));
    assertTrue(floors.contains("<strong>idle</strong>"));
    // 60% of USD 455/kg; the product is indicative.
    assertTrue(
        floors.contains(
            "<strong>levied, not held (paid ≈\u00A0USD\u00A0270/kg of"
                + " ≈\u00A0USD\u00A0460/kg)</strong>"),
        floors);
    assertTrue(floors.contains("<th class=\"n\" scope=\"col\">makers are paid</th>"));
    assertFalse(Pattern.compile("\\b(binds|broken)\\b").matcher(PAGE).find());
  }

  @Test
  void aCaseIsNamedByItsTitle() {
    assertTrue(section(PAGE, "chains").contains("After: The scenario"), "of the scenario");
    assertTrue(section(PAGE, "cases").contains("</strong>, against the base year: "));
    assertTrue(section(PAGE, "cases").contains("</strong>, against Status quo: "));
    assertTrue(section(PAGE, "stop-flows").contains("China stops Gallium"), "of a stop");
  }

  @Test
  void pricesThatNoCostExplainsAreNamed() {
    String disparities = section(PAGE, "disparities");
    assertTrue(disparities.contains(">NdFeB magnets</th><td>Japan</td>"));
    assertTrue(disparities.contains("No route between these two carries enough."));
  }

  /** As large as a plan may get: 12 exporters × 30 products × 3 members, each its own solve. */
  @Test
  void aLargePlanStaysUnderOneAndAHalfMegabytes() {
    ActionPlan p = SamplePlan.plan();
    List<ActionPlan.LeverageCell> cells = new ArrayList<>();
    List<org.plimsoll.model.commodity.ProductId> products = new ArrayList<>();
    List<String> exporters = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      products.add(org.plimsoll.model.commodity.ProductId.parse("mineral-" + i + "/refined"));
    }
    for (int e = 0; e < 12; e++) {
      exporters.add("X" + (char) ('A' + e) + "X");
      for (int i = 0; i < 30; i++) {
        ActionPlan.LeverageCell sample = p.leverage().cells().get(i % 6);
        cells.add(
            SampleStops.card(
                exporters.get(e),
                products.get(i),
                2e8 + e + i,
                0.2,
                Grade.B,
                false,
                figure -> figure,
                sample.byMember()));
      }
    }
    List<ActionPlan.Exposure> exposure = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      exposure.addAll(p.exposure());
    }
    ActionPlan large =
        SamplePlan.withLeverage(exposure, new ActionPlan.Leverage(products, exporters, cells));
    String page = PlanPage.render(large);
    int bytes = page.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 1_500_000, "the page has " + bytes + " bytes");
    assertTrue(page.contains("more rows are in tables/leverage.csv"));
  }

  private static Wording words() {
    return new Wording(SamplePlan.plan());
  }

  private static org.plimsoll.planner.plan.Figure days() {
    return SamplePlan.read(12, "days");
  }

  private static String section(String page, String id) {
    int start = page.indexOf("<section id=\"" + id + "\">");
    return page.substring(start, page.indexOf("</section>", start));
  }
}
