package org.plimsoll.sources.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.sources.table.Decimal;

/** The one spelling of a scenario, keys in the order of their shapes, prices in USD a tonne. */
final class ScenarioPrinter {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z]([A-Za-z0-9 ,.;/()_-]*[A-Za-z0-9.)])?");
  private static final Set<String> NOT_PLAIN =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

  private final StringBuilder out = new StringBuilder();

  String print(Scenario scenario) {
    line("", "name", scenario.name());
    line("", "title", text(scenario.title()));
    line("", "asOf", scenario.asOf().toString());
    boolean isLong = scenario.horizon().equals(Scenario.Horizon.FIVE_YEAR);
    line("", "horizon", isLong ? "five-year" : "one-year");
    line("", "priceVintage", scenario.priceVintage());
    print(scenario.alliance(), scenario.zeroInternalTariffs());
    printMeasures(scenario);
    if (scenario.stockpileBudgetUsd() != 0) {
      line(
          "",
          "stockpile",
          "{budgetUsd: " + Decimal.print(scenario.stockpileBudgetUsd()) + ", aim: emergency}");
    }
    if (!scenario.parameters().isEmpty()) {
      out.append("parameters:\n");
      scenario.parameters().forEach((name, value) -> line("  ", text(name), figure(value)));
    }
    return out.toString();
  }

  private void print(Alliance alliance, boolean zeroInternalTariffs) {
    out.append("alliance:\n");
    line("  ", "id", alliance.id());
    line("  ", "internalTariffs", zeroInternalTariffs ? "zero" : "keep");
    out.append("  members:\n");
    for (Alliance.Member member : alliance.members()) {
      out.append("    - {")
          .append(COUNTRY.matcher(member.party()).matches() ? "country: " : "territory: ")
          .append(member.party())
          .append(", from: ")
          .append(member.from());
      member.until().ifPresent(until -> out.append(", until: ").append(until));
      out.append("}\n");
    }
  }

  private void printMeasures(Scenario scenario) {
    if (scenario.measures().isEmpty() && !scenario.controlsInForce()) {
      return;
    }
    out.append("measures:\n");
    for (Measure measure : scenario.measures()) {
      print(measure);
    }
    if (scenario.controlsInForce()) {
      out.append("  - {controls: inForce}\n");
    }
  }

  private void print(Measure measure) {
    Terms terms = measure.terms();
    MeasureType type = typeOf(measure);
    line("  - ", "type", type.word());
    field("id", terms.id());
    field("products", list(terms.products()));
    boolean originActs = type.actor() == MeasureType.Actor.ORIGIN;
    if (originActs || !terms.from().isUnnamed()) {
      field(originActs ? "by" : "from", parties(terms.from()));
    }
    if (!originActs || !terms.to().isUnnamed()) {
      field("to", parties(terms.to()));
    }
    if (!terms.exempt().isUnnamed()) {
      field("exempt", parties(terms.exempt()));
    }
    terms.start().ifPresent(start -> field("start", start.toString()));
    terms.end().ifPresent(end -> field("end", end.toString()));
    printFigures(measure);
    field("status", terms.status().word());
    if (!terms.source().isEmpty()) {
      field("source", text(terms.source()));
    }
  }

  private static MeasureType typeOf(Measure measure) {
    return switch (measure) {
      case BorderMeasure.ExportBan ban -> MeasureType.EXPORT_BAN;
      case BorderMeasure.ExportLicence licence -> MeasureType.EXPORT_LICENCE;
      case BorderMeasure.ExportQuota quota -> MeasureType.EXPORT_QUOTA;
      case BorderMeasure.ExportTax tax -> MeasureType.EXPORT_TAX;
      case BorderMeasure.Tariff tariff -> MeasureType.TARIFF;
      case BorderMeasure.PriceFloor floor ->
          floor.isUndertaking() ? MeasureType.PRICE_UNDERTAKING : MeasureType.PRICE_FLOOR;
      case BorderMeasure.TariffRateQuota quota -> MeasureType.TARIFF_RATE_QUOTA;
      case BorderMeasure.PartialLevy levy -> MeasureType.PARTIAL_LEVY;
      case SupplyMeasure.CapacityChange change -> MeasureType.CAPACITY_CHANGE;
      case SupplyMeasure.CostCut cut -> MeasureType.SUBSIDISED_SUPPLY;
      case SupplyMeasure.CostShift shift -> MeasureType.COST_SHIFT;
      case SupplyMeasure.ProductionSubsidy subsidy -> MeasureType.PRODUCTION_SUBSIDY;
      case SupplyMeasure.ContractForDifference contract -> MeasureType.CONTRACT_FOR_DIFFERENCE;
      case SupplyMeasure.Offtake offtake -> MeasureType.OFFTAKE;
      case DemandMeasure.DemandShift shift -> MeasureType.DEMAND_SHIFT;
      case StockMeasure.StockRelease release -> MeasureType.STOCK_RELEASE;
      case StockMeasure.StockPurchase purchase -> MeasureType.STOCK_PURCHASE;
    };
  }

  private void printFigures(Measure measure) {
    switch (measure) {
      case BorderMeasure.ExportBan ban -> restriction(ban);
      case BorderMeasure.ExportLicence licence -> {
        field("share", figure(licence.share()));
        restriction(licence);
      }
      case BorderMeasure.ExportQuota quota -> {
        field("tonnesPerYear", figure(quota.tonnesPerYear()));
        restriction(quota);
      }
      case BorderMeasure.ExportTax tax -> {
        field("adValorem", figure(tax.adValorem()));
        field("usdPerTonne", figure(tax.usdPerTonne()));
      }
      case BorderMeasure.Tariff tariff -> {
        field("adValorem", figure(tariff.adValorem()));
        field("usdPerTonne", figure(tariff.usdPerTonne()));
      }
      case BorderMeasure.PriceFloor floor -> {
        field("usdPerTonne", figure(floor.usdPerTonne()));
        floor.boundUsdPerTonne().ifPresent(b -> field("boundUsdPerTonne", Decimal.print(b)));
        if (!floor.isUndertaking()) {
          field("gapGoesTo", word(floor.gapGoesTo().name()));
        }
      }
      case BorderMeasure.TariffRateQuota quota -> {
        field("tonnesPerYear", figure(quota.tonnesPerYear()));
        field("inQuotaAdValorem", figure(quota.inQuota().adValorem()));
        field("inQuotaUsdPerTonne", figure(quota.inQuota().usdPerTonne()));
        field("outOfQuotaAdValorem", figure(quota.outOfQuota().adValorem()));
        field("outOfQuotaUsdPerTonne", figure(quota.outOfQuota().usdPerTonne()));
      }
      case BorderMeasure.PartialLevy levy -> {
        field("triggerUsdPerTonne", figure(levy.triggerUsdPerTonne()));
        field("bands", bands(levy.ladder()));
      }
      case SupplyMeasure.CapacityChange change -> change(change.change(), "tonnesPerYear");
      case SupplyMeasure.CostCut cut -> field("share", figure(cut.share()));
      case SupplyMeasure.CostShift shift -> change(shift.change(), "usdPerTonne");
      case SupplyMeasure.ProductionSubsidy subsidy ->
          field("usdPerTonne", figure(subsidy.usdPerTonne()));
      case SupplyMeasure.ContractForDifference contract -> {
        field("strikeUsdPerTonne", figure(contract.strikeUsdPerTonne()));
        contract.tonnesPerYear().ifPresent(tonnes -> field("tonnesPerYear", figure(tonnes)));
        contract.upside().ifPresent(upside -> field("upside", upside(upside)));
      }
      case SupplyMeasure.Offtake offtake -> {
        field("usdPerTonne", figure(offtake.usdPerTonne()));
        field("tonnesPerYear", figure(offtake.tonnesPerYear()));
      }
      case DemandMeasure.DemandShift shift -> change(shift.change(), "tonnesPerYear");
      case StockMeasure.StockRelease release -> {
        field("tonnes", figure(release.tonnes()));
        release.triggerUsdPerTonne().ifPresent(usd -> field("triggerUsdPerTonne", figure(usd)));
      }
      case StockMeasure.StockPurchase purchase -> {
        field("tonnes", figure(purchase.tonnes()));
        purchase.triggerUsdPerTonne().ifPresent(usd -> field("triggerUsdPerTonne", figure(usd)));
      }
    }
  }

  private void restriction(BorderMeasure.ExportRestriction measure) {
    measure
        .endUser()
        .ifPresent(user ->
            field(
                "endUser",
                "{name: %s, share: %s, status: %s, source: %s}"
                    .formatted(
                        user.name(),
                        figure(user.share()),
                        user.status().word(),
                        quoted(user.source()))));
    measure
        .leakage()
        .ifPresent(leak ->
            field(
                "leakage",
                "{premiumUsdPerTonne: %s%s, via: %s}"
                    .formatted(
                        figure(leak.premiumUsdPerTonne()),
                        leak.tonnesPerYear().map(t -> ", tonnesPerYear: " + figure(t)).orElse(""),
                        parties(leak.via()))));
  }

  private void change(Change change, String key) {
    switch (change) {
      case Change.By by -> field(key, figure(by.figure()));
      case Change.Times times -> field("factor", figure(times.figure()));
    }
  }

  private static String bands(LevyLadder ladder) {
    return ladder.bands().stream()
        .map(band ->
            "{below: %s, share: %s}"
                .formatted(Decimal.print(band.below()), Decimal.print(band.share())))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String upside(SupplyMeasure.Upside upside) {
    return "{share: %s, aboveUsdPerTonne: %s%s}"
        .formatted(
            Decimal.print(upside.share()),
            Decimal.print(upside.aboveUsdPerTonne()),
            upside.mostUsd().map(usd -> ", mostUsd: " + Decimal.print(usd)).orElse(""));
  }

  private void field(String key, String value) {
    line("    ", key, value);
  }

  private void line(String indent, String key, String value) {
    out.append(indent).append(key).append(": ").append(value).append('\n');
  }

  private static String parties(Parties parties) {
    return parties.isUnnamed() ? "all" : list(parties.ids());
  }

  private static String list(List<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String figure(Interval value) {
    return value.low() == value.high()
        ? Decimal.print(value.central())
        : "{low: %s, central: %s, high: %s}"
            .formatted(
                Decimal.print(value.low()),
                Decimal.print(value.central()),
                Decimal.print(value.high()));
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }

  /** Plain where every reader of YAML takes it for the same text, else between quotation marks. */
  private static String text(String text) {
    if (PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    return quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> quoted.append(escaped(point)));
    return quoted.append('"').toString();
  }

  private static String escaped(int point) {
    return switch (point) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default ->
          isPrintable(point)
              ? Character.toString(point)
              : String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08x" : "\\u%04x", point);
    };
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
