package org.plimsoll.border.origin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;

/**
 * How goods come to originate in a territory. What any member does counts as done in the territory:
 * that is cumulation.
 */
public sealed interface OriginRule {
  /** Mined, processed and last transformed inside. */
  record WhollyObtained() implements OriginRule {}

  /**
   * A named step took place inside, wherever the ore is from.
   *
   * @param step which
   */
  record SpecifiedProcess(Step step) implements OriginRule {}

  /** Made inside, of materials that a bill shows to be fit. */
  sealed interface OfMaterials extends OriginRule {}

  /**
   * Every material from outside was classified elsewhere than the goods are.
   *
   * @param digits 2 for a change of chapter, 4 of heading, 6 of subheading
   * @param tolerance share of the price that materials without the change may have
   */
  record TariffShift(int digits, Share tolerance) implements OfMaterials {
    public TariffShift {
      if (digits != 2 && digits != 4 && digits != 6) {
        throw new IllegalArgumentException(
            "a tariff shift is of 2, 4 or 6 digits, but this is of " + digits);
      }
    }
  }

  /**
   * Enough of the value is from inside.
   *
   * @param method how it is counted
   * @param least share of the price
   */
  record RegionalValue(Method method, Share least) implements OfMaterials {}

  /** All of several tests: a shift and a value, say. */
  record AllOf(List<OfMaterials> tests) implements OfMaterials {
    public AllOf {
      tests = List.copyOf(tests);
      if (tests.isEmpty()) {
        throw new IllegalArgumentException("of no tests all are met");
      }
    }
  }

  /** One of several rules is enough. */
  record AnyOf(List<OriginRule> rules) implements OriginRule {
    public AnyOf {
      rules = List.copyOf(rules);
      if (rules.isEmpty()) {
        throw new IllegalArgumentException("of no rules none can be met");
      }
    }
  }

  /** What is said of goods whose steps took place inside: one for all, since most lines have it. */
  OriginFinding BY_STEPS = new OriginFinding.Originates("originates inside");

  /** Steps that a rule may name. */
  enum Step {
    EXTRACTED("extracted_in"),
    PROCESSED("processed_in"),
    TRANSFORMED("transformed_in");

    private final String column;

    Step(String column) {
      this.column = column;
    }

    /** The column of an entry that states it. */
    public String column() {
      return column;
    }

    private Optional<CountryCode> of(OriginFacts facts) {
      return switch (this) {
        case EXTRACTED -> facts.extractedIn();
        case PROCESSED -> facts.processedIn();
        case TRANSFORMED -> facts.transformedIn();
      };
    }
  }

  /** How regional value is counted. */
  enum Method {
    /** Price less materials from outside, over price. */
    BUILD_DOWN,
    /** Materials from inside, over price. */
    BUILD_UP
  }

  /** Whether it can be met by a bill of materials alone. */
  default boolean asksForMaterials() {
    return switch (this) {
      case WhollyObtained whole -> false;
      case SpecifiedProcess process -> false;
      case OfMaterials materials -> true;
      case AnyOf any -> any.rules().stream().anyMatch(OriginRule::asksForMaterials);
    };
  }

  /**
   * Judges goods.
   *
   * @param facts where the steps took place
   * @param claim of the maker, in one currency; empty on a plain entry
   * @param inside which countries are of the territory
   */
  default OriginFinding judge(
      OriginFacts facts, Optional<Claim> claim, Predicate<CountryCode> inside) {
    return switch (this) {
      case WhollyObtained whole -> ofSteps(List.of(Step.values()), facts, inside);
      case SpecifiedProcess process -> ofSteps(List.of(process.step()), facts, inside);
      case OfMaterials materials -> ofMaterials(materials, facts, claim, inside);
      case AnyOf any -> ofAny(any, facts, claim, inside);
    };
  }

  private static OriginFinding ofSteps(
      List<Step> steps, OriginFacts facts, Predicate<CountryCode> inside) {
    for (Step step : steps) {
      Optional<CountryCode> where = step.of(facts);
      if (where.isPresent() && !inside.test(where.get())) {
        return new OriginFinding.DoesNotOriginate(
            step.column() + " is " + where.get() + ", which is outside");
      }
    }
    for (Step step : steps) {
      if (step.of(facts).isEmpty()) {
        return new OriginFinding.NotShown(step.column());
      }
    }
    return BY_STEPS;
  }

  /** Whatever the materials, the goods must be made inside: there they were last transformed. */
  private static OriginFinding ofMaterials(
      OfMaterials rule, OriginFacts facts, Optional<Claim> claim, Predicate<CountryCode> inside) {
    OriginFinding made = ofSteps(List.of(Step.TRANSFORMED), facts, inside);
    return switch (made) {
      case OriginFinding.DoesNotOriginate no -> no;
      case OriginFinding.NotShown open -> open;
      case OriginFinding.Originates yes ->
          claim
              .map(c -> ofBill(rule, c, inside))
              .orElseGet(() -> new OriginFinding.NotShown("a bill of materials"));
    };
  }

  private static OriginFinding ofBill(
      OfMaterials rule, Claim claim, Predicate<CountryCode> inside) {
    return switch (rule) {
      case TariffShift shift -> ofShift(shift, claim, inside);
      case RegionalValue value -> ofValue(value, claim, inside);
      case AllOf all -> ofAll(all, claim, inside);
    };
  }

  private static OriginFinding ofAll(AllOf all, Claim claim, Predicate<CountryCode> inside) {
    List<String> reasons = new ArrayList<>();
    for (OfMaterials test : all.tests()) {
      OriginFinding finding = ofBill(test, claim, inside);
      if (!(finding instanceof OriginFinding.Originates yes)) {
        return finding;
      }
      reasons.add(yes.reason());
    }
    return new OriginFinding.Originates(joined(reasons, "; "));
  }

  private static OriginFinding ofShift(
      TariffShift shift, Claim claim, Predicate<CountryCode> inside) {
    Money unshifted = Money.none(claim.price().currency());
    List<String> codes = new ArrayList<>();
    for (Claim.Material material : claim.materials()) {
      if (!material.isInside(inside)
          && heading(material.code(), shift.digits())
              .equals(heading(claim.code(), shift.digits()))) {
        unshifted = unshifted.plus(material.value());
        codes.add(material.code());
      }
    }
    if (codes.isEmpty()) {
      return new OriginFinding.Originates(
          "no material from outside keeps the first %d digits of %s"
              .formatted(shift.digits(), claim.code()));
    }
    String reason =
        "materials from outside of %s keep the first %d digits of %s, and are worth %s of %s"
            .formatted(codes, shift.digits(), claim.code(), unshifted, claim.price());
    return isAtMost(unshifted, shift.tolerance(), claim.price())
        ? new OriginFinding.Originates(
            reason + ", which a tolerance of " + shift.tolerance() + " allows")
        : new OriginFinding.DoesNotOriginate(
            reason + ", beyond a tolerance of " + shift.tolerance());
  }

  private static OriginFinding ofValue(
      RegionalValue value, Claim claim, Predicate<CountryCode> inside) {
    Money within = Money.none(claim.price().currency());
    Money without = within;
    for (Claim.Material material : claim.materials()) {
      if (material.isInside(inside)) {
        within = within.plus(material.value());
      } else {
        without = without.plus(material.value());
      }
    }
    Money counted =
        switch (value.method()) {
          case BUILD_DOWN -> claim.price().minus(without);
          case BUILD_UP -> within;
        };
    String sum =
        switch (value.method()) {
          case BUILD_DOWN ->
              "(%s − %s from outside) ÷ %s".formatted(claim.price(), without, claim.price());
          case BUILD_UP -> "%s from inside ÷ %s".formatted(within, claim.price());
        };
    return !isBelow(counted, value.least(), claim.price())
        ? new OriginFinding.Originates(sum + " is at least " + value.least())
        : new OriginFinding.DoesNotOriginate(sum + " is below " + value.least());
  }

  /** Met by one of them; open while one of them is, since what is missing may meet it. */
  private static OriginFinding ofAny(
      AnyOf any, OriginFacts facts, Optional<Claim> claim, Predicate<CountryCode> inside) {
    List<String> missing = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (OriginRule rule : any.rules()) {
      switch (rule.judge(facts, claim, inside)) {
        case OriginFinding.Originates yes -> {
          return yes;
        }
        case OriginFinding.NotShown open -> missing.add(open.missing());
        case OriginFinding.DoesNotOriginate no -> reasons.add(no.reason());
      }
    }
    return missing.isEmpty()
        ? new OriginFinding.DoesNotOriginate(joined(reasons, "; "))
        : new OriginFinding.NotShown(joined(missing, " or "));
  }

  private static String joined(List<String> words, String between) {
    return words.stream().distinct().collect(Collectors.joining(between));
  }

  private static String heading(String code, int digits) {
    return code.substring(0, Math.min(digits, code.length()));
  }

  /** part ÷ whole ≤ share, without a division. */
  private static boolean isAtMost(Money part, Share share, Money whole) {
    return scaled(part.minor(), 1_000_000).compareTo(scaled(whole.minor(), share.millionths()))
        <= 0;
  }

  private static boolean isBelow(Money part, Share share, Money whole) {
    return scaled(part.minor(), 1_000_000).compareTo(scaled(whole.minor(), share.millionths())) < 0;
  }

  private static BigInteger scaled(long minor, long factor) {
    return BigInteger.valueOf(minor).multiply(BigInteger.valueOf(factor));
  }
}
