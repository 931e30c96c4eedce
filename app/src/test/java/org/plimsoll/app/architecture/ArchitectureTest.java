package org.plimsoll.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                "org.plimsoll.model.provenance..",
                "org.plimsoll.model.quantity..",
                "org.plimsoll.model.place..",
                "org.plimsoll.model.commodity..",
                "org.plimsoll.model.trade..",
                "org.plimsoll.model.policy..",
                "org.plimsoll.model.market..",
                "org.plimsoll.model.evidence..")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"risk", "market", "stockpile", "reference", "projects", "commitments"})
  void enginesOfThePlannerDoNotKnowOneAnother(String engine) {
    String[] others =
        List.of(
                "risk",
                "market",
                "stockpile",
                "reference",
                "projects",
                "commitments",
                "floors",
                "ensemble",
                "outlook",
                "plan")
            .stream()
            .filter(other -> !other.equals(engine))
            .map(other -> "org.plimsoll.planner." + other + "..")
            .toArray(String[]::new);
    Rules.blind("org.plimsoll.planner." + engine + "..", others).check(PLIMSOLL);
  }

  @Test
  void packagesOfTheBorderAreInOrder() {
    check(
        Rules.inOrder(
            List.of(
                "org.plimsoll.border.parties..",
                "org.plimsoll.border.origin..",
                "org.plimsoll.border.entry..",
                "org.plimsoll.border.levy..",
                "org.plimsoll.border.screening..",
                "org.plimsoll.border.files..")));
  }

  @Test
  void onlyTheFilesOfTheBorderSeeFilesAndOtherLibraries() {
    for (String part : List.of("parties", "origin", "entry", "levy", "screening")) {
      String inPackage = "org.plimsoll.border." + part + "..";
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
      Rules.exact("org.plimsoll.border." + part + "..").check(PLIMSOLL);
    }
  }

  @Test
  void packagesOfTheVaultAreInOrder() {
    check(
        Rules.inOrder(
            List.of(
                "org.plimsoll.vault.terms..",
                "org.plimsoll.vault.ledger..",
                "org.plimsoll.vault.statement..",
                "org.plimsoll.vault.shortage..",
                "org.plimsoll.vault.store..")));
  }

  /** Amounts are exact everywhere; only the store sees a database, files or a clock. */
  @Test
  void theLedgerIsPureAndExact() {
    for (String part : List.of("terms", "ledger", "statement", "shortage")) {
      String inPackage = "org.plimsoll.vault." + part + "..";
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

  @Test
  void onlyTheCommandLineKnowsTheCommandLine() {
    for (String part : List.of("compose", "json", "plan", "report", "server")) {
      Rules.blind("org.plimsoll.app." + part + "..", "org.plimsoll.app.cli..").check(PLIMSOLL);
    }
    Rules.blind("org.plimsoll.app.json..", "org.plimsoll.app.report..", "org.plimsoll.app.server..")
        .check(PLIMSOLL);
  }

  @Test
  void classesAreNamedForWhatTheyAre() {
    Rules.wellNamed("org.plimsoll..").check(PLIMSOLL);
  }

  private static void check(List<ArchRule> rules) {
    rules.forEach(rule -> rule.check(PLIMSOLL));
  }
}
