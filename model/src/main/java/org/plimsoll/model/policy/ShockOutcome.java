package org.plimsoll.model.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.TradeClass;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.Words;

/**
 * What a price did a stated time after a shock of supply: one row of the table of episodes. What
 * the row leaves blank is unknown.
 *
 * @param episode identifier that the outcomes of one shock share
 * @param mineral as the row words it
 * @param productWord the product that comes nearest, as written; may be empty
 * @param product the same, if the world solves it
 * @param also products of the world that were withheld with it
 * @param tradeClass how it was traded and priced
 * @param restrictors whose supply was withheld or lost; none where nobody's was
 * @param what happened, in a few words
 * @param kind of shock
 * @param scope whom it hit: all, or as the row words it
 * @param announced date, as printed
 * @param outsideShare x: share of what all others used that came from the restrictors; of a loss of
 *     output the share of supply at risk
 * @param shareSource where {@code outsideShare} and {@code lostShare} were judged from
 * @param months since the announcement; wider than a point where the row gives a span
 * @param lostShare s: share of that outside supply lost on average from the announcement on, before
 *     anybody's response
 * @param priceType assessment, quote, monthly average, unit value, …
 * @param location of the price
 * @param priceBefore the last before the announcement, as printed; may be empty
 * @param priceAfter as printed; may be empty
 * @param unit of both
 * @param multiple R: price after over price before, outside the restrictors
 * @param insideMultiple the same inside them
 * @param verification of {@code multiple}
 * @param source of the prices
 * @param drop why the row is kept as a fact only; empty if it is not
 * @param use as written; only {@code fit} is fitted
 * @param place row of the file
 */
public record ShockOutcome(
    String episode,
    String mineral,
    String productWord,
    Optional<ProductId> product,
    List<ProductId> also,
    TradeClass tradeClass,
    List<CountryCode> restrictors,
    String what,
    Kind kind,
    String scope,
    String announced,
    Optional<Interval> outsideShare,
    String shareSource,
    Optional<Interval> months,
    Optional<Interval> lostShare,
    String priceType,
    String location,
    String priceBefore,
    String priceAfter,
    String unit,
    Optional<Interval> multiple,
    Optional<Interval> insideMultiple,
    Verification verification,
    String source,
    String drop,
    String use,
    Place place) {
  public ShockOutcome {
    also = List.copyOf(also);
    restrictors = List.copyOf(restrictors);
  }

  /** What made supply scarce, or seem so. */
  public enum Kind {
    /** Its exporter held it back from others. */
    EXPORT_CONTROL,
    /** The world lost output. */
    OUTPUT_LOSS,
    /** Nothing was lost; buyers feared it. */
    FEAR,
    /** Demand rose: for comparison only. */
    DEMAND;

    public static Kind parse(String text) {
      return Words.parse(text.replace(' ', '-'), Kind.class, "a kind of shock");
    }
  }

  /** How well both ends of the price outside are known. */
  public enum Verification {
    /** Both read in a copy of the source. */
    VERIFIED,
    /** Computed from what was read, or one end recalled with its range. */
    DERIVED,
    /** From memory, with a range. */
    RECALLED,
    /** One poor page. */
    WEAK;

    public static Verification parse(String text) {
      return Words.parse(text, Verification.class, "a verification");
    }
  }

  /** Whether a fit may use it. */
  public boolean isFitted() {
    return use.equals("fit");
  }

  /** Whether the price is value over tonnes at a border, which lags behind quotes. */
  public boolean isUnitValue() {
    return priceType.toLowerCase(Locale.ROOT).equals("unit value");
  }

  /**
   * R net of what happened inside as well: of an export control R ÷ max(1, R inside), each end by
   * the central value inside; of anything else, or where the inside is unknown, R itself.
   */
  public Optional<Interval> netMultiple() {
    double inside =
        kind == Kind.EXPORT_CONTROL
            ? insideMultiple.map(its -> Math.max(1, its.central())).orElse(1.0)
            : 1;
    return multiple.map(its -> its.times(1 / inside));
  }

  /** Why no curve over the share lost can use it; empty if one can. */
  public Optional<String> notOnCurve() {
    if (!drop.isEmpty()) {
      return Optional.of("left out by its row: " + drop);
    }
    if (multiple.isEmpty()) {
      return Optional.of("no price after over before");
    }
    if (months.isEmpty()) {
      return Optional.of("no month");
    }
    if (months.get().low() < months.get().high()) {
      return Optional.of("a range of months");
    }
    return lostShare.isEmpty() ? Optional.of("no share lost") : Optional.empty();
  }

  /** Why the market cannot be asked about it; empty if it can. */
  public Optional<String> notScored() {
    return notOnCurve()
        .or(() ->
            product.isPresent()
                ? Optional.empty()
                : Optional.of(
                    productWord.isEmpty()
                        ? "no product: for the curve alone"
                        : "the world does not solve " + productWord))
        .or(() ->
            outsideShare.isPresent()
                ? Optional.empty()
                : Optional.of("no share of the restrictors"))
        .or(() ->
            kind == Kind.DEMAND ? Optional.of("a rise of use takes no supply") : Optional.empty())
        .or(() ->
            kind == Kind.EXPORT_CONTROL && restrictors.isEmpty()
                ? Optional.of("no restricting country that the world has")
                : Optional.empty());
  }
}
