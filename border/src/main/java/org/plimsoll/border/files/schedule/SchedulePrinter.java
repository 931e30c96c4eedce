package org.plimsoll.border.files.schedule;

import java.util.List;
import java.util.Locale;
import org.plimsoll.border.levy.DutyStep;
import org.plimsoll.border.levy.ExchangeRate;
import org.plimsoll.border.levy.Exemptions;
import org.plimsoll.border.levy.Instrument;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.Rate;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.quantity.PricePerKilogram;

/** A schedule as YAML; the same schedule gives the same bytes. */
final class SchedulePrinter {
  private final StringBuilder text = new StringBuilder();

  String print(LevySchedule schedule) {
    line("schedule: " + quoted(schedule.id()));
    line("version: " + quoted(schedule.version()));
    line("title: " + quoted(schedule.title()), !schedule.title().isEmpty());
    line("from: " + schedule.from());
    schedule.until().ifPresent(until -> line("until: " + until));
    line("basis: " + schedule.basis());
    line("currency: " + schedule.currency());
    line("hsEdition: " + quoted(schedule.hsEdition()));
    line(
        "rounding: {mode: %s, stepMinor: %d}"
            .formatted(
                schedule.rounding().mode().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                schedule.rounding().stepMinor()));
    schedule.freight().ifPresent(freight -> line("freight: " + freight));
    exemptions(schedule.exemptions());
    line("duties:", !schedule.duties().isEmpty());
    schedule.duties().forEach(this::duty);
    line("rates:", !schedule.rates().isEmpty());
    schedule.rates().forEach(this::rate);
    line("rules:");
    schedule.rules().forEach(rule -> line(rule(rule).stripTrailing()));
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void line(String line, boolean isShown) {
    if (isShown) {
      line(line);
    }
  }

  private void exemptions(Exemptions exemptions) {
    if (exemptions.equals(Exemptions.NONE)) {
      return;
    }
    line("exempt:");
    line("  alliance: " + quoted(exemptions.members().id()));
    line("  origin: " + OriginBlock.print(exemptions.rule()));
    line("  direct: yes", exemptions.mustBeDirect());
    line("  claimed: yes", exemptions.mustBeClaimed());
    line("  members:", !exemptions.members().members().isEmpty());
    for (Alliance.Member member : exemptions.members().members()) {
      line(
          "    - {country: %s, from: %s%s}"
              .formatted(
                  member.party(),
                  member.from(),
                  member.until().map(until -> ", until: " + until).orElse("")));
    }
    line("  partners:", !exemptions.partners().isEmpty());
    for (Exemptions.Partner partner : exemptions.partners()) {
      line(
          "    - {country: %s, product: %s, floor: %s}"
              .formatted(partner.country(), partner.product(), number(partner.floor())));
    }
  }

  private void duty(DutyStep duty) {
    StringBuilder line = new StringBuilder("  - {kind: ").append(duty.kind().word());
    line.append(", rate: ").append(duty.rate().map(Object::toString).orElse("declared"));
    line.append(duty.onEarlierDuties() ? ", onEarlierDuties: yes" : "");
    line.append(", countsTowardsFloor: ").append(duty.countsTowardsFloor() ? "yes" : "no");
    line.append(duty.products().isEmpty() ? "" : ", products: " + duty.products());
    line.append(duty.origins().isEmpty() ? "" : ", origins: " + duty.origins());
    line.append(duty.paidBackOnExport() ? "" : ", drawback: no");
    line(line.append('}').toString());
  }

  private void rate(ExchangeRate rate) {
    line(
        "  - {currency: %s, from: %s, rate: %s}"
            .formatted(rate.currency(), rate.from(), rate.toDecimal().toPlainString()));
  }

  private static String rule(LevyRule rule) {
    StringBuilder out = new StringBuilder("  - id: ").append(quoted(rule.id())).append('\n');
    key(out, "product", rule.product().toString());
    key(
        out,
        "codes",
        "[" + String.join(", ", rule.codes().stream().map(SchedulePrinter::quoted).toList()) + "]");
    key(out, "basis", quoted(rule.basis()));
    rule.contentFactor().ifPresent(factor -> key(out, "contentFactor", factor.toString()));
    if (!rule.conversions().isEmpty()) {
      List<String> parts =
          rule.conversions().entrySet().stream()
              .map(part -> quoted(part.getKey()) + ": " + part.getValue())
              .toList();
      key(out, "conversions", "{" + String.join(", ", parts) + "}");
    }
    rule.grade()
        .ifPresent(grade ->
            key(
                out,
                "grade",
                "{atLeast: %s, below: %s}".formatted(grade.atLeast(), grade.below())));
    if (rule.isScrap()) {
      key(out, "scrap", "yes");
    }
    instruments(out, rule.instrument());
    if (!rule.reference().isEmpty()) {
      key(out, "reference", quoted(rule.reference()));
    }
    return out.toString();
  }

  private static void instruments(StringBuilder out, Instrument instrument) {
    if (instrument instanceof Instrument.Together together) {
      out.append("    instruments:\n");
      for (Instrument.Part part : together.parts()) {
        StringBuilder keys = new StringBuilder();
        instrument(keys, part.instrument());
        key(keys, "countsTowardsFloor", part.countsTowardsFloor() ? "yes" : "no");
        List<String> lines = keys.toString().lines().map(String::strip).toList();
        out.append("      - {").append(String.join(", ", lines)).append("}\n");
      }
    } else {
      instrument(out, instrument);
    }
  }

  private static void instrument(StringBuilder out, Instrument instrument) {
    key(out, "instrument", instrument.word());
    switch (instrument) {
      case Instrument.Together together -> throw new IllegalStateException("none is nested");
      case Instrument.VariableLevy levy -> {
        key(out, "floor", number(levy.floor()));
        levy.bound().ifPresent(bound -> key(out, "bound", number(bound)));
      }
      case Instrument.PartialLevy levy -> {
        key(out, "trigger", number(levy.trigger()));
        bands(out, levy.ladder());
      }
      case Instrument.Specific specific -> key(out, "perKilogram", number(specific.perKilogram()));
      case Instrument.AdValorem adValorem -> key(out, "adValorem", adValorem.share().toString());
      case Instrument.Compound compound -> {
        key(out, "adValorem", compound.rate().adValorem().toString());
        key(out, "perKilogram", number(compound.rate().perKilogram()));
      }
      case Instrument.TariffRateQuota quota ->
          key(
              out,
              "quota",
              "{name: %s, kilograms: %s, inQuota: %s, outOfQuota: %s}"
                  .formatted(
                      quoted(quota.quota()),
                      quota.yearly().toKilograms().stripTrailingZeros().toPlainString(),
                      rate(quota.inQuota()),
                      rate(quota.outOfQuota())));
      case Instrument.Contained contained -> {
        key(out, "floor", number(contained.floor()));
        key(out, "referencePrice", number(contained.reference()));
        key(out, "deMinimis", contained.deMinimis().toString());
      }
      case Instrument.Undertaking undertaking -> key(out, "floor", number(undertaking.least()));
    }
  }

  private static void bands(StringBuilder out, LevyLadder ladder) {
    if (ladder.equals(LevyLadder.SPECIAL_SAFEGUARD)) {
      return;
    }
    List<String> bands =
        ladder.bands().stream()
            .map(band ->
                "{below: %s, share: %s}".formatted(band.toBelowShare(), band.toLeviedShare()))
            .toList();
    key(out, "bands", "[" + String.join(", ", bands) + "]");
  }

  private static String rate(Rate rate) {
    return "{adValorem: %s, perKilogram: %s}"
        .formatted(rate.adValorem(), number(rate.perKilogram()));
  }

  private static void key(StringBuilder out, String key, String value) {
    out.append("    ").append(key).append(": ").append(value).append('\n');
  }

  private static String number(PricePerKilogram price) {
    return price.toDecimal().toPlainString();
  }

  /** In quotation marks unless it is a plain word. */
  private static String quoted(String value) {
    return value.matches("[A-Za-z][A-Za-z0-9/._-]*")
        ? value
        : "'" + value.replace("'", "''").replace("\n", " ") + "'";
  }
}
