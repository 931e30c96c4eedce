package org.plimsoll.border.levy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;

/** What a rule levies. Prices are a kilogram of content, in the schedule's currency. */
public sealed interface Instrument {
  /** The word in files and results. */
  default String word() {
    return switch (this) {
      case VariableLevy _ -> "variable-levy";
      case PartialLevy _ -> "partial-levy";
      case Specific _ -> "specific";
      case AdValorem _ -> "ad-valorem";
      case Compound _ -> "compound";
      case TariffRateQuota _ -> "tariff-rate-quota";
      case Contained _ -> "contained";
      case Undertaking _ -> "price-undertaking";
      case Together(List<Part> parts) ->
          String.join("+", parts.stream().map(part -> part.instrument().word()).toList());
    };
  }

  /**
   * The whole gap below a floor: max(0, floor − value and duties), up to a bound.
   *
   * @param floor least that goods may cost duty paid
   * @param bound largest levy; empty if none
   */
  record VariableLevy(PricePerKilogram floor, Optional<PricePerKilogram> bound)
      implements Instrument {}

  /**
   * A part of the gap below a trigger price, by bands; duties do not count.
   *
   * @param trigger against the customs value
   * @param ladder bands and their shares
   */
  record PartialLevy(PricePerKilogram trigger, LevyLadder ladder) implements Instrument {}

  /** An amount a kilogram. */
  record Specific(PricePerKilogram perKilogram) implements Instrument {}

  /** A share of the customs value. */
  record AdValorem(Share share) implements Instrument {}

  /** Both. */
  record Compound(Rate rate) implements Instrument {}

  /**
   * A tariff-rate quota, first come, first served; each calendar year opens it anew.
   *
   * @param quota name of the balance, which several rules may share; a cell of CSV as it stands
   * @param yearly content a calendar year, at most 9 Mt
   * @param inQuota rate within
   * @param outOfQuota rate on the rest
   */
  record TariffRateQuota(String quota, Mass yearly, Rate inQuota, Rate outOfQuota)
      implements Instrument {
    /** What micrograms in a long can count. */
    private static final long MOST_GRAMS = 9_000_000_000_000L;

    public TariffRateQuota {
      if (yearly.grams() < 0 || yearly.grams() > MOST_GRAMS) {
        throw new IllegalArgumentException(
            "quota %s must hold 0 to 9 Mt, but holds %s".formatted(quota, yearly));
      }
      if (!quota.matches("[^,\"\\p{Cntrl}]*")) {
        throw new IllegalArgumentException(
            "the name of a quota must hold no comma and no quotation mark, but is: " + quota);
      }
    }
  }

  /**
   * Goods that hold the mineral, with no price of their own for it: the floor less a reference
   * price on what is contained, if the content is above a share of the mass.
   *
   * @param floor of the contained mineral
   * @param reference price of the contained mineral
   * @param deMinimis share of the mass up to which nothing is levied
   */
  record Contained(PricePerKilogram floor, PricePerKilogram reference, Share deMinimis)
      implements Instrument {}

  /**
   * A price undertaking: exporters sell at the least price, so nothing is levied, and a line below
   * it is marked as a breach.
   *
   * @param least duty paid, as for a floor
   */
  record Undertaking(PricePerKilogram least) implements Instrument {}

  /**
   * Several on the same goods, in the order in which they stack: a duty of so much per cent and a
   * floor, say. Each is rounded on its own, and the line owes their sum.
   *
   * @param parts two or more, of which one at most is a quota and none is several itself
   */
  record Together(List<Part> parts) implements Instrument {
    public Together {
      parts = List.copyOf(parts);
      long quotas =
          parts.stream().filter(part -> part.instrument() instanceof TariffRateQuota).count();
      boolean isNested = parts.stream().anyMatch(part -> part.instrument() instanceof Together);
      if (parts.size() < 2 || quotas > 1 || isNested) {
        throw new IllegalArgumentException(
            "instruments together must be two or more, one at most a tariff-rate-quota, and none"
                + " together itself"
                + "\nMaybe write them one below the other, each once");
      }
    }
  }

  /**
   * One of several.
   *
   * @param countsTowardsFloor whether what it levies counts, like a duty, towards the floors of
   *     those behind it
   */
  record Part(Instrument instrument, boolean countsTowardsFloor) {}

  /** Those that are levied one by one: itself, or the parts. */
  default List<Instrument> list() {
    return this instanceof Together together
        ? together.parts().stream().map(Part::instrument).toList()
        : List.of(this);
  }

  /** The quota of which lines take, where there is one. */
  default Optional<TariffRateQuota> findQuota() {
    return list().stream()
        .filter(TariffRateQuota.class::isInstance)
        .map(TariffRateQuota.class::cast)
        .findFirst();
  }

  /** The price that the unit value is compared with, where there is one; the highest of several. */
  default Optional<PricePerKilogram> findReferencePrice() {
    return switch (this) {
      case Together together ->
          together.list().stream()
              .flatMap(part -> part.findReferencePrice().stream())
              .max(Comparator.comparingLong(PricePerKilogram::millionths));
      case VariableLevy levy -> Optional.of(levy.floor());
      case PartialLevy levy -> Optional.of(levy.trigger());
      case Contained contained -> Optional.of(contained.floor());
      case Undertaking undertaking -> Optional.of(undertaking.least());
      case Specific _, AdValorem _, Compound _, TariffRateQuota _ -> Optional.empty();
    };
  }
}
