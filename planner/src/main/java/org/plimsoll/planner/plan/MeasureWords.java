package org.plimsoll.planner.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Words;

/** A measure in one line for a person. */
final class MeasureWords {
  private MeasureWords() {}

  static String of(Measure measure) {
    Terms terms = measure.terms();
    String what =
        switch (measure) {
          case BorderMeasure.ExportBan ban -> "export ban" + restriction(ban);
          case BorderMeasure.ExportLicence licence ->
              "export licence for %s of base trade%s"
                  .formatted(percent(licence.share()), restriction(licence));
          case BorderMeasure.ExportQuota quota ->
              "export quota of " + number(quota.tonnesPerYear()) + " t a year" + restriction(quota);
          case BorderMeasure.ExportTax tax ->
              "export tax of " + rate(new BorderMeasure.Rate(tax.adValorem(), tax.usdPerTonne()));
          case BorderMeasure.Tariff tariff ->
              "import duty of "
                  + rate(new BorderMeasure.Rate(tariff.adValorem(), tariff.usdPerTonne()));
          case BorderMeasure.PriceFloor floor ->
              "%s of %s USD/t, the gap going to the %s"
                  .formatted(
                      floor.isUndertaking() ? "minimum import price" : "price floor",
                      number(floor.usdPerTonne()),
                      Words.of(floor.gapGoesTo()));
          case BorderMeasure.TariffRateQuota quota ->
              "tariff-rate quota of %s t a year, duty of %s within it and of %s beyond"
                  .formatted(
                      number(quota.tonnesPerYear()),
                      rate(quota.inQuota()),
                      rate(quota.outOfQuota()));
          case BorderMeasure.PartialLevy levy ->
              "levy on a part of the gap below " + number(levy.triggerUsdPerTonne()) + " USD/t";
          case SupplyMeasure.CapacityChange change ->
              "capacity change " + change(change.change(), "t a year");
          case SupplyMeasure.CostCut cut ->
              "subsidised supply, costs cut by " + percent(cut.share());
          case SupplyMeasure.CostShift shift -> "shift of costs " + change(shift.change(), "USD/t");
          case SupplyMeasure.ProductionSubsidy subsidy ->
              "production subsidy of " + number(subsidy.usdPerTonne()) + " USD/t";
          case SupplyMeasure.ContractForDifference contract ->
              "contract for difference at %s USD/t for %s"
                  .formatted(
                      number(contract.strikeUsdPerTonne()),
                      contract
                          .tonnesPerYear()
                          .map(t -> number(t) + " t a year")
                          .orElse("all output"));
          case SupplyMeasure.Offtake offtake ->
              "offtake of %s t a year at %s USD/t"
                  .formatted(number(offtake.tonnesPerYear()), number(offtake.usdPerTonne()));
          case DemandMeasure.DemandShift shift ->
              "shift of final use " + change(shift.change(), "t a year");
          case StockMeasure.StockRelease release ->
              "stock release of %s t%s"
                  .formatted(
                      number(release.tonnes()), trigger(release.triggerUsdPerTonne(), "above"));
          case StockMeasure.StockPurchase purchase ->
              "stock purchase of %s t%s"
                  .formatted(
                      number(purchase.tonnes()), trigger(purchase.triggerUsdPerTonne(), "below"));
        };
    return "%s: %s on %s, from %s to %s (%s, %s)"
        .formatted(
            terms.id(),
            what,
            terms.products().stream().map(ProductId::toString).collect(Collectors.joining(", ")),
            terms.from(),
            terms.to(),
            terms.status().word(),
            terms.source());
  }

  private static String restriction(BorderMeasure.ExportRestriction measure) {
    String user =
        measure
            .endUser()
            .map(u ->
                " for %s users alone, %s of final use (%s, %s)"
                    .formatted(u.name(), percent(u.share()), u.status().word(), u.source()))
            .orElse("");
    return user + leakage(measure.leakage());
  }

  private static String leakage(Optional<BorderMeasure.Leakage> leakage) {
    return leakage
        .map(leak ->
            " with leakage"
                + leak.tonnesPerYear().map(t -> " of at most " + number(t) + " t a year").orElse("")
                + " at a premium of "
                + number(leak.premiumUsdPerTonne())
                + " USD/t")
        .orElse("");
  }

  private static String rate(BorderMeasure.Rate rate) {
    return percent(rate.adValorem()) + " and " + number(rate.usdPerTonne()) + " USD/t";
  }

  private static String change(Change change, String unit) {
    return switch (change) {
      case Change.By by -> "of " + number(by.figure()) + " " + unit;
      case Change.Times times -> "to " + percent(times.figure());
    };
  }

  private static String trigger(Optional<Interval> usdPerTonne, String side) {
    return usdPerTonne
        .map(usd -> " at most, " + side + " a price of " + number(usd) + " USD/t")
        .orElse("");
  }

  private static String percent(Interval share) {
    return share.low() == share.high()
        ? String.format(Locale.ROOT, "%.0f%%", share.central() * 100)
        : String.format(Locale.ROOT, "%.0f%% to %.0f%%", share.low() * 100, share.high() * 100);
  }

  private static String number(Interval value) {
    return value.low() == value.high()
        ? String.format(Locale.ROOT, "%,.0f", value.central())
        : String.format(Locale.ROOT, "%,.0f to %,.0f", value.low(), value.high());
  }
}
