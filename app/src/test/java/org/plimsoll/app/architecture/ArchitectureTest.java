package org.plimsoll.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each module and package may see. The why is in ARCHITECTURE.md. */
class ArchitectureTest {
  private static final String MODEL = "org.plimsoll.model..";
  private static final String SOURCES = "org.plimsoll.sources..";
  private static final String PLANNER = "org.plimsoll.planner..";
  private static final String BORDER = "org.plimsoll.border..";
  private static final String VAULT = "org.plimsoll.vault..";
  private static final String APP = "org.plimsoll.app..";

  private static final JavaClasses PLIMSOLL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(place -> !place.contains("-tests.jar"))
          .importPackages("org.plimsoll");

  @Test
  void modelSeesNothingButTheLanguage() {
    Rules.seesOnly(
            MODEL,
            MODEL,
            "java.lang..",
            "java.util..",
            "java.time..",
            "java.math..",
            "java.nio.charset..",
            "java.security..",
            "org.jspecify..")
        .check(PLIMSOLL);
  }

  @Test
  void siblingsNeverSeeOneAnother() {
    List<String> siblings = List.of(SOURCES, PLANNER, BORDER, VAULT);
    for (String sibling : siblings) {
      Rules.blind(
              sibling,
              siblings.stream().filter(other -> !other.equals(sibling)).toArray(String[]::new))
          .check(PLIMSOLL);
      Rules.blind(sibling, APP).check(PLIMSOLL);
    }
  }

  @Test
  void packagesOfTheModelAreInOrder() {
    check(
        Rules.inOrder(
            List.of(
                below("model.provenance"),
                below("model.quantity"),
                below("model.place"),
                below("model.commodity"),
                below("model.trade"),
                below("model.policy"),
                below("model.market"),
                below("model.evidence"))));
  }

  /** What each package of the planner sees of the others; the plan sees all. */
  private static final Map<String, List<String>> SEES_IN_PLANNER =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("risk", List.of()),
              Map.entry("market", List.of()),
              Map.entry("stockpile", List.of()),
              Map.entry("study", List.of("market", "risk")),
              Map.entry("projects", List.of()),
              Map.entry("commitments", List.of()),
              Map.entry("floors", List.of("market")),
              Map.entry("reference", List.of("finance", "market")),
              Map.entry("gsim", List.of()),
              Map.entry("backtest", List.of("market")),
              Map.entry("outlook", List.of("market")),
              Map.entry(
                  "portfolio", List.of("finance", "market", "risk", "study", "projects", "plan")),
              Map.entry("finance", List.of())));

  @Test
  void enginesOfThePlannerDoNotKnowOneAnother() {
    SEES_IN_PLANNER.forEach((engine, seen) ->
        Rules.blind(
                below("planner." + engine),
                packagesOfThePlanner()
                    .filter(other -> !other.equals(engine) && !seen.contains(other))
                    .map(other -> below("planner." + other))
                    .toArray(String[]::new))
            .check(PLIMSOLL));
  }

  @Test
  void everyPackageOfThePlannerHasItsRule() {
    assertEquals(
        Stream.concat(SEES_IN_PLANNER.keySet().stream(), Stream.of("plan")).sorted().toList(),
        packagesOfThePlanner().toList());
  }

  private static Stream<String> packagesOfThePlanner() {
    return PLIMSOLL.getPackage("org.plimsoll.planner").getSubpackages().stream()
        .map(JavaPackage::getRelativeName)
        .sorted();
  }

  @Test
  void packagesOfTheMarketAreInOrder() {
    List<String> order =
        Stream.of("linear", "rows", "measures", "equations", "answer", "search", "world", "file")
            .map(part -> below("planner.market." + part))
            .toList();
    check(Rules.inOrder(order));
    Rules.seesOnly(
            order.getFirst(), order.getFirst(), "java.util..", "java.lang..", "org.jspecify..")
        .check(PLIMSOLL);
  }

  /** Draws know parameters, not markets; rows know neither. */
  @Test
  void drawsAndRowsOfTheMarketDoNotKnowOneAnother() {
    String draw = below("planner.market.draw");
    Rules.seesOnly(draw, draw, MODEL, "java.util..", "java.lang..", "org.jspecify..")
        .check(PLIMSOLL);
    Rules.blind(below("planner.market.rows"), draw).check(PLIMSOLL);
  }

  @Test
  void theInsideOfTheMarketIsNotSeen() {
    Rules.closed(
            below("planner.market"),
            below("planner.market.world"),
            below("planner.market.file"),
            below("planner.market.answer"),
            below("planner.market.measures"),
            below("planner.market.draw"),
            "org.plimsoll.planner.market.search.SolverLimits")
        .check(PLIMSOLL);
  }

  @Test
  void packagesOfTheBorderAreInOrder() {
    checkFilled(
        Rules.inOrder(
            List.of(
                below("border.parties"),
                below("border.origin"),
                below("border.entry"),
                below("border.levy"),
                below("border.screening"),
                below("border.files"))));
  }

  @Test
  void roomsOfTheBordersFilesAreInOrder() {
    checkFilled(
        Rules.inOrder(
            List.of(
                "org.plimsoll.border.files.table..",
                "org.plimsoll.border.files.schedule..",
                "org.plimsoll.border.files.input..",
                "org.plimsoll.border.files.bills..",
                "org.plimsoll.border.files.run..",
                "org.plimsoll.border.files.screen..")));
  }

  @Test
  void onlyTheFilesOfTheBorderSeeFilesAndOtherLibraries() {
    for (String part : List.of("parties", "origin", "entry", "levy", "screening")) {
      String inPackage = below("border." + part);
      Rules.seesOnly(
              inPackage,
              MODEL,
              BORDER,
              "java.lang..",
              "java.util..",
              "java.time..",
              "java.math..",
              "java.nio",
              "java.nio.charset..",
              "org.jspecify..")
          .check(PLIMSOLL);
      check(Rules.pure(inPackage));
      check(Rules.reproducible(inPackage));
    }
  }

  /** Screening estimates; everything else of the border is owed. */
  @Test
  void nothingOwedIsAnEstimate() {
    for (String part : List.of("parties", "origin", "entry", "levy", "files")) {
      Rules.exact(below("border." + part)).check(PLIMSOLL);
    }
  }

  @Test
  void packagesOfTheVaultAreInOrder() {
    check(
        Rules.inOrder(
            List.of(
                below("vault.terms"),
                below("vault.ledger"),
                below("vault.statement"),
                below("vault.shortage"),
                below("vault.server"),
                below("vault.store"))));
  }

  /** Amounts are exact everywhere; only the store sees a database, files or a clock. */
  @Test
  void theLedgerIsPureAndExact() {
    for (String part : List.of("terms", "ledger", "statement", "shortage")) {
      String inPackage = below("vault." + part);
      Rules.seesOnly(
              inPackage,
              MODEL,
              VAULT,
              "java.lang..",
              "java.util..",
              "java.time..",
              "java.math..",
              "java.nio.charset..",
              "java.security..",
              "org.jspecify..")
          .check(PLIMSOLL);
      check(Rules.pure(inPackage));
      check(Rules.reproducible(inPackage));
    }
    Rules.exact(VAULT).check(PLIMSOLL);
  }

  @Test
  void noPackagesFormACycle() {
    Rules.withoutCycles("org.plimsoll").check(PLIMSOLL);
  }

  @Test
  void modelAndPlannerArePure() {
    check(Rules.pure(MODEL));
    check(Rules.pure(PLANNER));
  }

  @Test
  void modelAndPlannerAreReproducible() {
    check(Rules.reproducible(MODEL));
    check(Rules.reproducible(PLANNER));
  }

  @Test
  void readersTouchNoNetwork() {
    Rules.blind(SOURCES, "java.net..").check(PLIMSOLL);
  }

  @Test
  void onlyTheCommandLinePrints() {
    check(Rules.silent("org.plimsoll..", "org.plimsoll.app.cli.."));
  }

  /** Use cases and what they say are for any caller; verbs are the command line's own. */
  @Test
  void onlyTheCommandLineKnowsTheCommandLine() {
    List<String> others =
        PLIMSOLL.getPackage("org.plimsoll.app").getSubpackages().stream()
            .map(JavaPackage::getRelativeName)
            .filter(part -> !part.equals("cli"))
            .sorted()
            .toList();
    assertTrue(others.containsAll(List.of("answer", "lab", "server")), () -> others.toString());
    checkFilled(
        others.stream()
            .map(part -> Rules.blind(below("app." + part), below("app.cli"), "picocli.."))
            .toList());
    Rules.blind("org.plimsoll.(model|sources|planner|border|vault)..", "picocli..").check(PLIMSOLL);
  }

  /** One package speaks HTTP, and the rest of the program does not know by what library. */
  @Test
  void onlyOnePackageSeesTheLibraryOfHttp() {
    String http = below("app.server.http");
    Rules.seenOnlyFrom(http, "org.eclipse.jetty..").check(PLIMSOLL);
    Rules.seesOnly(http, http, "org.eclipse.jetty..", "java..", "org.jspecify..").check(PLIMSOLL);
  }

  /** Words, then what a page is made of, then pictures, then pages. */
  @Test
  void roomsOfTheReportAreInOrder() {
    check(
        Rules.inOrder(
            List.of(
                "org.plimsoll.app.report.text..",
                "org.plimsoll.app.report.markup..",
                "org.plimsoll.app.report.drawing..",
                "org.plimsoll.app.report.page..")));
  }

  /** Answers know no session, a session knows no subject, and the report knows none of them. */
  @Test
  void partsOfTheAppAreInOrder() {
    String[] subjects =
        Stream.of(
                "plan",
                "registers",
                "finance",
                "market",
                "floors",
                "portfolio",
                "lab",
                "risk",
                "world",
                "vault",
                "border")
            .map(part -> "org.plimsoll.app." + part + "..")
            .toArray(String[]::new);
    for (String part : List.of("json", "report", "answer", "session")) {
      Rules.blind("org.plimsoll.app." + part + "..", subjects).check(PLIMSOLL);
    }
    check(
        Rules.inOrder(
            List.of(
                "org.plimsoll.app.json..",
                "org.plimsoll.app.report..",
                "org.plimsoll.app.answer..",
                "org.plimsoll.app.session..")));
  }

  @Test
  void classesAreNamedForWhatTheyAre() {
    Rules.wellNamed("org.plimsoll..").check(PLIMSOLL);
  }

  /** The package of this name and those below it; fails if there is none. */
  private static String below(String name) {
    String root = "org.plimsoll." + name;
    assertTrue(PLIMSOLL.containPackage(root), () -> root + " has no class");
    return root + "..";
  }

  /** A rule that finds no class fails: it fences nothing, and its package has another name. */
  private static void checkFilled(List<ArchRule> rules) {
    rules.forEach(rule -> rule.allowEmptyShould(false).check(PLIMSOLL));
  }

  private static void check(List<ArchRule> rules) {
    rules.forEach(rule -> rule.check(PLIMSOLL));
  }
}
