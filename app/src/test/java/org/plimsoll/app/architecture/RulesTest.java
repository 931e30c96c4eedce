package org.plimsoll.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each rule finds the class that breaks it, and only that one. */
class RulesTest {
  private static final String ROOT = "org.plimsoll.app.architecture.offender";
  private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(ROOT);

  @Test
  void aFileIsFound() {
    assertEquals(Set.of("OpensFile", "Prints"), found(Rules.pure(ROOT + "..").subList(0, 1)));
  }

  @Test
  void aClockIsFound() {
    assertEquals(Set.of("ReadsClock"), found(Rules.pure(ROOT + "..").subList(1, 3)));
  }

  @Test
  void chanceIsFoundUnlessItIsSeeded() {
    assertEquals(Set.of("ThrowsDice"), found(Rules.pure(ROOT + "..").subList(3, 4)));
  }

  @Test
  void looseArithmeticAndShuffledOrderAreFound() {
    List<ArchRule> rules = Rules.reproducible(ROOT + "..");
    assertEquals(Set.of("RoundsLoosely"), found(rules.subList(0, 1)));
    assertEquals(Set.of("ShufflesOrder"), found(rules.subList(1, 2)));
  }

  @Test
  void printingIsFound() {
    assertEquals(Set.of("Prints"), found(Rules.silent(ROOT + "..")));
    assertEquals(Set.of(), found(Rules.silent(ROOT + "..", ROOT)));
  }

  @Test
  void anEmptyNameIsFound() {
    assertEquals(Set.of("NamelessHelper"), found(List.of(Rules.wellNamed(ROOT + ".."))));
  }

  @Test
  void aRuleAboutNoClassFails() {
    List<ArchRule> rules = new ArrayList<>();
    rules.add(Rules.blind("org.plimsoll.nowhere..", ROOT + ".."));
    rules.add(Rules.seesOnly("org.plimsoll.nowhere..", ROOT + ".."));
    rules.add(Rules.exact("org.plimsoll.nowhere.."));
    rules.addAll(Rules.pure("org.plimsoll.nowhere.."));
    rules.addAll(Rules.reproducible("org.plimsoll.nowhere.."));
    for (ArchRule rule : rules) {
      assertThrows(AssertionError.class, () -> rule.check(OFFENDERS), rule.getDescription());
    }
  }

  @Test
  void aSightOfTheInsideIsFound() {
    assertEquals(Set.of("Left"), found(List.of(Rules.closed(ROOT + ".right.."))));
    assertEquals(Set.of(), found(List.of(Rules.closed(ROOT + ".right..", ROOT + ".right.Right"))));
  }

  @Test
  void aForbiddenSightIsFound() {
    assertEquals(Set.of("Left"), found(List.of(Rules.blind(ROOT + ".left..", ROOT + ".right.."))));
    assertEquals(
        Set.of("Left"), found(Rules.inOrder(List.of(ROOT + ".left..", ROOT + ".right.."))));
    assertEquals(
        Set.of("Left"),
        found(List.of(Rules.seesOnly(ROOT + ".left..", "java..", ROOT + ".left.."))));
  }

  @Test
  void aBinaryFractionIsFound() {
    assertEquals(Set.of("RoundsLoosely"), found(List.of(Rules.exact(ROOT + ".."))));
  }

  @Test
  void aCycleIsFound() {
    assertTrue(Rules.withoutCycles(ROOT).evaluate(OFFENDERS).hasViolation());
  }

  /** Simple names of the offenders' classes that the rules' complaints name. */
  private static Set<String> found(List<ArchRule> rules) {
    Pattern offender =
        Pattern.compile("(?:<|\\b)" + Pattern.quote(ROOT) + "\\.(?:[a-z]+\\.)*([A-Z]\\w+)");
    Set<String> names = new TreeSet<>();
    for (ArchRule rule : rules) {
      for (String complaint : rule.evaluate(OFFENDERS).getFailureReport().getDetails()) {
        Matcher name = offender.matcher(complaint);
        if (name.find()) {
          names.add(name.group(1));
        }
      }
    }
    return names;
  }
}
