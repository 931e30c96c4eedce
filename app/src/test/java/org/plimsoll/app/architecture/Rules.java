package org.plimsoll.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The rules, each for any package, so that they can be shown to find an offender. A rule about a
 * package without a class fails.
 */
final class Rules {
  /** Words that say nothing of what a class is. */
  private static final List<String> EMPTY_WORDS =
      List.of(
          "Data",
          "Info",
          "Manager",
          "Handler",
          "Processor",
          "Helper",
          "Helpers",
          "Util",
          "Utils",
          "Common",
          "Impl");

  /** Methods of {@link Math} that may differ from machine to machine, as StrictMath's may not. */
  private static final List<String> LOOSE =
      List.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "expm1", "log", "log10",
          "log1p", "pow", "cbrt", "sinh", "cosh", "tanh", "hypot");

  /** What cannot hold a cent. */
  private static final List<String> BINARY =
      List.of(
          "double",
          "float",
          "java.lang.Double",
          "java.lang.Float",
          "java.util.OptionalDouble",
          "java.util.stream.DoubleStream");

  /** Calls that read a clock, by owner. */
  private static final List<String> CLOCKS =
      List.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.LocalTime.now",
          "java.time.Instant.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.Year.now",
          "java.time.YearMonth.now");

  /** Calls whose result differs from run to run. */
  private static final List<String> CHANCE =
      List.of(
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.lang.System.identityHashCode",
          "java.util.Collections.shuffle");

  /** Calls that make a collection whose order the JVM shuffles at each start. */
  private static final List<String> SHUFFLED =
      List.of(
          "java.util.Map.of",
          "java.util.Map.ofEntries",
          "java.util.Map.copyOf",
          "java.util.Set.of",
          "java.util.Set.copyOf",
          "java.util.stream.Collectors.toUnmodifiableMap",
          "java.util.stream.Collectors.toUnmodifiableSet");

  private Rules() {}

  /** {@code from} never sees any of {@code to}. */
  static ArchRule blind(String from, String... to) {
    return noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to);
  }

  /** {@code from} sees nothing but {@code to}. */
  static ArchRule seesOnly(String from, String... to) {
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(to);
  }

  /** Nothing but {@code from} sees {@code library}. */
  static ArchRule seenOnlyFrom(String from, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  /** Of packages in this order, each sees only those before it. */
  static List<ArchRule> inOrder(List<String> packages) {
    Map<String, ArchRule> rules = new TreeMap<>();
    for (int i = 0; i + 1 < packages.size(); i++) {
      List<String> later = packages.subList(i + 1, packages.size());
      rules.put(packages.get(i), blind(packages.get(i), later.toArray(String[]::new)));
    }
    return List.copyOf(rules.values());
  }

  /** From outside {@code root}, only what lies in {@code open} is seen: packages or classes. */
  static ArchRule closed(String root, String... open) {
    DescribedPredicate<JavaClass> isInside =
        resideInAPackage(root)
            .and(not(resideInAnyPackage(open)))
            .and(
                new DescribedPredicate<JavaClass>("are not open") {
                  @Override
                  public boolean test(JavaClass item) {
                    return !List.of(open).contains(item.getName());
                  }
                });
    return noClasses().that().resideOutsideOfPackage(root).should().dependOnClassesThat(isInside);
  }

  /** Packages below {@code root}, such as {@code org.plimsoll}, form no cycle. */
  static ArchRule withoutCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /** No file, no network, no clock, no chance but a seeded one. */
  static List<ArchRule> pure(String inPackage) {
    return List.of(
        blind(inPackage, "java.io..", "java.nio.file..", "java.net..", "java.sql.."),
        without(inPackage, "read a clock", call -> CLOCKS.contains(name(call))),
        without(inPackage, "read a clock", call -> isOwner(call, "java.time.Clock")),
        without(inPackage, "leave something to chance", Rules::isChance));
  }

  /** The same inputs give the same bytes on any machine and in any run. */
  static List<ArchRule> reproducible(String inPackage) {
    return List.of(
        without(inPackage, "call Math where StrictMath is due", Rules::isLoose),
        without(inPackage, "shuffle an order", call -> SHUFFLED.contains(name(call))));
  }

  /** Nothing prints, outside the packages {@code except}. */
  static List<ArchRule> silent(String inPackage, String... except) {
    return List.of(
        noClasses()
            .that()
            .resideInAPackage(inPackage)
            .and()
            .resideOutsideOfPackages(except)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .orShould()
            .callMethod(System.class, "exit", int.class));
  }

  /** Nothing is a binary fraction: no field, parameter, result or parsing of one. */
  static ArchRule exact(String inPackage) {
    return classes()
        .that()
        .resideInAPackage(inPackage)
        .should(
            new ArchCondition<>("hold no binary fraction") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                boolean hasField =
                    item.getFields().stream().anyMatch(field -> isBinary(field.getRawType()));
                boolean hasCode =
                    item.getCodeUnits().stream()
                        .anyMatch(code ->
                            isBinary(code.getRawReturnType())
                                || code.getRawParameterTypes().stream().anyMatch(Rules::isBinary));
                boolean calls =
                    item.getCodeUnitCallsFromSelf().stream()
                        .anyMatch(call -> isBinary(call.getTarget().getOwner()));
                if (hasField || hasCode || calls) {
                  events.add(SimpleConditionEvent.violated(item, item.getName()));
                }
              }
            });
  }

  private static boolean isBinary(JavaClass type) {
    return BINARY.contains(type.getName());
  }

  /** No class is named by a word that says nothing. */
  static ArchRule wellNamed(String inPackage) {
    return classes()
        .that()
        .resideInAPackage(inPackage)
        .should(
            new ArchCondition<>("have a name that says what they are") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                String name = item.getSimpleName();
                boolean isShell = name.startsWith("Abstract") || name.endsWith("Base");
                boolean isAbstract =
                    item.getModifiers().contains(JavaModifier.ABSTRACT) && !item.isInterface();
                if ((isShell && isAbstract) || EMPTY_WORDS.stream().anyMatch(name::endsWith)) {
                  events.add(SimpleConditionEvent.violated(item, item.getName()));
                }
              }
            });
  }

  private static ArchRule without(String inPackage, String what, CallTest test) {
    return noClasses()
        .that()
        .resideInAPackage(inPackage)
        .should()
        .callCodeUnitWhere(
            new DescribedPredicate<JavaCall<?>>(what) {
              @Override
              public boolean test(JavaCall<?> call) {
                return test.isMet(call.getTarget());
              }
            });
  }

  @FunctionalInterface
  private interface CallTest {
    boolean isMet(CodeUnitCallTarget call);
  }

  private static String name(CodeUnitCallTarget call) {
    return call.getOwner().getName() + "." + call.getName();
  }

  private static boolean isOwner(CodeUnitCallTarget call, String owner) {
    return call.getOwner().getName().equals(owner);
  }

  private static boolean isLoose(CodeUnitCallTarget call) {
    return isOwner(call, "java.lang.Math") && LOOSE.contains(call.getName());
  }

  /** Random, ThreadLocalRandom and their like in any use; SplittableRandom only without a seed. */
  private static boolean isChance(CodeUnitCallTarget call) {
    return CHANCE.contains(name(call))
        || isOwner(call, "java.util.Random")
        || isOwner(call, "java.security.SecureRandom")
        || isOwner(call, "java.util.concurrent.ThreadLocalRandom")
        || (call.getOwner().isEquivalentTo(SplittableRandom.class)
            && call.getName().equals("<init>")
            && call.getRawParameterTypes().isEmpty());
  }
}
