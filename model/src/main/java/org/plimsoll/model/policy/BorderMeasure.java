package org.plimsoll.model.policy;

import java.util.Optional;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/** A measure that acts where goods cross a border: between producer price and landed price. */
public sealed interface BorderMeasure extends Measure {
  /** Whether the exporter acts; else the importer does. */
  default boolean isByExporter() {
    return this instanceof ExportRestriction || this instanceof ExportTax;
  }

  /** A measure that holds exports back, so that goods may seek another way. */
  sealed interface ExportRestriction extends BorderMeasure {
    /** What comes through all the same; empty for what the world takes to leak. */
    Optional<Leakage> leakage();

    /** The user to whom alone it applies, at every destination; empty for all users. */
    Optional<EndUser> endUser();
  }

  /**
   * No goods on the covered routes, but for what leaks.
   *
   * @param leakage what comes through all the same; empty for what the world takes to leak
   * @param endUser to whom alone it applies; empty for all users
   */
  record ExportBan(Terms terms, Optional<Leakage> leakage, Optional<EndUser> endUser)
      implements ExportRestriction {
    public ExportBan(Terms terms) {
      this(terms, Optional.empty(), Optional.empty());
    }
  }

  /**
   * Licences for a share of base trade on each covered route; the rent goes to the exporter.
   *
   * @param share θ, licensed share of the base flow, in [0, 1]
   * @param leakage what comes through all the same; empty for what the world takes to leak
   * @param endUser to whom alone it applies; empty for all users
   */
  record ExportLicence(
      Terms terms, Interval share, Optional<Leakage> leakage, Optional<EndUser> endUser)
      implements ExportRestriction {
    public ExportLicence {
      if (share.low() < 0 || share.high() > 1) {
        throw new IllegalArgumentException(
            "licence share of " + terms.id() + " must lie in [0, 1], but is " + share);
      }
    }

    public ExportLicence(Terms terms, Interval share) {
      this(terms, share, Optional.empty(), Optional.empty());
    }
  }

  /**
   * A cap on all exports of an origin; the rent goes to the exporter.
   *
   * @param tonnesPerYear content on the product's basis
   * @param leakage what comes through all the same; empty for what the world takes to leak
   * @param endUser to whom alone it applies; empty for all users
   */
  record ExportQuota(
      Terms terms, Interval tonnesPerYear, Optional<Leakage> leakage, Optional<EndUser> endUser)
      implements ExportRestriction {
    public ExportQuota(Terms terms, Interval tonnesPerYear) {
      this(terms, tonnesPerYear, Optional.empty(), Optional.empty());
    }
  }

  /**
   * Goods that reach restricted destinations by way of third countries: at what they cost there and
   * a premium, for which the third country's traders move them.
   *
   * @param premiumUsdPerTonne on the delivered price in the third country
   * @param tonnesPerYear the most, over all covered destinations; empty if without limit
   * @param via third countries, alike; unnamed for the one that bought most from the origins in the
   *     base year and is no destination of the measure
   */
  record Leakage(Interval premiumUsdPerTonne, Optional<Interval> tonnesPerYear, Parties via) {}

  /**
   * A user that a control tells from all others at its destinations, such as the military.
   *
   * @param name a word, by which answers name it
   * @param share of base final use at each destination that is this user's, in [0, 1]
   * @param status how the share came to be known
   * @param source where it is stated, or the reason for assuming it
   */
  record EndUser(String name, Interval share, Status status, String source) {
    public EndUser {
      if (share.low() < 0 || share.high() > 1) {
        throw new IllegalArgumentException(
            "the share of the end user " + name + " must lie in [0, 1], but is " + share);
      }
      if (name.isBlank() || source.isBlank()) {
        throw new IllegalArgumentException(
            "an end user must have a name and a source of its share, but has '%s' and '%s'"
                .formatted(name, source));
      }
    }
  }

  /**
   * An export tax on the producer price; revenue to the exporter.
   *
   * @param adValorem share of the producer price
   * @param usdPerTonne specific part
   */
  record ExportTax(Terms terms, Interval adValorem, Interval usdPerTonne) implements BorderMeasure {
    public ExportTax(Terms terms, Interval adValorem) {
      this(terms, adValorem, Interval.exactly(0));
    }
  }

  /**
   * An import duty, in addition to those of the base year; revenue to the importer.
   *
   * @param adValorem share of the customs value on the importer's valuation basis
   * @param usdPerTonne specific part
   */
  record Tariff(Terms terms, Interval adValorem, Interval usdPerTonne) implements BorderMeasure {}

  /**
   * A price floor kept by a variable levy: λ = max(0, floor − price at the border), up to a bound,
   * on every origin that is not exempt.
   *
   * @param usdPerTonne the floor, on the product's basis
   * @param boundUsdPerTonne largest levy, for example a bound rate; empty if none
   * @param gapGoesTo who keeps the gap
   */
  record PriceFloor(
      Terms terms, Interval usdPerTonne, Optional<Double> boundUsdPerTonne, GapGoesTo gapGoesTo)
      implements BorderMeasure {
    /**
     * A price undertaking: exporters sell at no less than a minimum import price, and so keep the
     * gap between it and what they would have sold at.
     *
     * @param usdPerTonne minimum price duty paid, on the product's basis
     */
    public static PriceFloor undertaking(Terms terms, Interval usdPerTonne) {
      return new PriceFloor(terms, usdPerTonne, Optional.empty(), GapGoesTo.EXPORTER);
    }

    /** Whether it is a price undertaking. */
    public boolean isUndertaking() {
      return gapGoesTo == GapGoesTo.EXPORTER && boundUsdPerTonne.isEmpty();
    }
  }

  /**
   * A tariff-rate quota: imports up to the quota pay the rate inside, all beyond it the rate
   * outside. While the quota binds, licences to import within it have a price, at most the
   * difference of the rates; that rent goes to their holders in the importing country.
   *
   * @param tonnesPerYear quota, content on the product's basis, over all covered routes together
   * @param inQuota rate on what comes within the quota
   * @param outOfQuota rate on the rest, not below the other in any of its parts
   */
  record TariffRateQuota(Terms terms, Interval tonnesPerYear, Rate inQuota, Rate outOfQuota)
      implements BorderMeasure {
    public TariffRateQuota {
      checkOrder(terms, "ad valorem", inQuota.adValorem(), outOfQuota.adValorem());
      checkOrder(terms, "a unit", inQuota.usdPerTonne(), outOfQuota.usdPerTonne());
    }

    private static void checkOrder(Terms terms, String part, Interval within, Interval beyond) {
      if (beyond.low() < within.high()) {
        throw new IllegalArgumentException(
            "tariff-rate quota %s: the duty %s is %s within the quota and %s beyond it"
                    .formatted(terms.id(), part, within.high(), beyond.low())
                + "\nMaybe the two are exchanged; where one part falls as the other rises, state"
                + " both duties in the same part, at the usual price");
      }
    }
  }

  /**
   * A duty, in addition to those of the base year.
   *
   * @param adValorem share of the customs value on the importer's valuation basis
   * @param usdPerTonne specific part
   */
  record Rate(Interval adValorem, Interval usdPerTonne) {}

  /**
   * A levy on a part of the gap below a trigger price, by bands; revenue to the importer. Duties do
   * not count towards the trigger.
   *
   * @param triggerUsdPerTonne against the customs value, on the product's basis
   * @param ladder bands and their shares
   */
  record PartialLevy(Terms terms, Interval triggerUsdPerTonne, LevyLadder ladder)
      implements BorderMeasure {}

  /** Who keeps the difference between the floor and the price at the border. */
  enum GapGoesTo {
    /** A levy: revenue of the importing country. */
    IMPORTER,
    /** A price undertaking: the exporter is paid the floor. */
    EXPORTER
  }
}
