package org.plimsoll.border.origin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

  /**
   * Every material from outside was classified elsewhere than the goods are.
   *
   * @param digits 2 for a change of chapter, 4 of heading, 6 of subheading
   * @param tolerance share of the price at the gate that materials without the change may have
   */
  record TariffShift(int digits, Share tolerance) implements OriginRule {
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
   * @param least share of the price at the gate
   */
  record RegionalValue(Method method, Share least) implements OriginRule {}

  /** One of several rules is enough. */
  record AnyOf(List<OriginRule> rules) implements OriginRule {
    public AnyOf {
      rules = List.copyOf(rules);
    }
  }

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

  /**
   * Judges goods.
   *
   * @param facts where the steps took place
   * @param claim of the maker; empty on a plain entry
   * @param inside which countries are of the territory
   */
  default OriginFinding judge(
      OriginFacts facts, Optional<Claim> claim, Predicate<CountryCode> inside) {
    return switch (this) {
      case WhollyObtained whole -> ofSteps(List.of(Step.values()), facts, inside);
      case SpecifiedProcess process -> ofSteps(List.of(process.step()), facts, inside);
      case TariffShift shift ->
          claim
              .<OriginFinding>map(c -> ofShift(shift, c, inside))
              .orElseGet(() -> new OriginFinding.NotShown("a claim with materials"));
      case RegionalValue value ->
          claim
              .<OriginFinding>map(c -> ofValue(value, c, inside))
              .orElseGet(() -> new OriginFinding.NotShown("a claim with materials"));
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
    return OriginFinding.ORIGINATES;
  }

  private static OriginFinding ofShift(
      TariffShift shift, Claim claim, Predicate<CountryCode> inside) {
    Money unshifted = Money.none(claim.exWorks().currency());
    List<String> codes = new ArrayList<>();
    for (Claim.Material material : claim.materials()) {
      if (!isInside(material, inside)
          && heading(material.code(), shift.digits())
              .equals(heading(claim.code(), shift.digits()))) {
        unshifted = unshifted.plus(material.value());
        codes.add(material.code());
      }
    }
    return isAtMost(unshifted, shift.tolerance(), claim.exWorks())
        ? OriginFinding.ORIGINATES
        : new OriginFinding.DoesNotOriginate(
            "materials from outside of %s keep the first %d digits of %s, and are worth %s of %s"
                .formatted(codes, shift.digits(), claim.code(), unshifted, claim.exWorks()));
  }

  private static OriginFinding ofValue(
      RegionalValue value, Claim claim, Predicate<CountryCode> inside) {
    Money within = Money.none(claim.exWorks().currency());
    Money without = within;
    for (Claim.Material material : claim.materials()) {
      if (isInside(material, inside)) {
        within = within.plus(material.value());
      } else {
        without = without.plus(material.value());
      }
    }
    Money counted =
        switch (value.method()) {
          case BUILD_DOWN -> claim.exWorks().minus(without);
          case BUILD_UP -> within;
        };
    return counted.minor() >= 0 && !isBelow(counted, value.least(), claim.exWorks())
        ? OriginFinding.ORIGINATES
        : new OriginFinding.DoesNotOriginate(
            "%s of %s is from inside, less than the share of %s"
                .formatted(counted, claim.exWorks(), value.least()));
  }

  private static OriginFinding ofAny(
      AnyOf any, OriginFacts facts, Optional<Claim> claim, Predicate<CountryCode> inside) {
    OriginFinding last = new OriginFinding.NotShown("any rule");
    for (OriginRule rule : any.rules()) {
      last = rule.judge(facts, claim, inside);
      if (last instanceof OriginFinding.Originates) {
        return last;
      }
    }
    return last;
  }

  private static boolean isInside(Claim.Material material, Predicate<CountryCode> inside) {
    return material.origin().isPresent() && inside.test(material.origin().get());
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
