package org.plimsoll.sources.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
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
    line("", "horizon", scenario.horizon().word());
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
    MeasureType type = MeasureType.of(measure);
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
    type.made().print(measure, this::field);
    field("status", terms.status().word());
    if (!terms.source().isEmpty()) {
      field("source", text(terms.source()));
    }
  }

  private void field(String key, String value) {
    line("    ", key, value);
  }

  private void line(String indent, String key, String value) {
    out.append(indent).append(key).append(": ").append(value).append('\n');
  }

  static String parties(Parties parties) {
    return parties.isUnnamed() ? "all" : list(parties.ids());
  }

  private static String list(List<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
  }

  static String figure(Interval value) {
    return value.low() == value.high()
        ? Decimal.print(value.central())
        : "{low: %s, central: %s, high: %s}"
            .formatted(
                Decimal.print(value.low()),
                Decimal.print(value.central()),
                Decimal.print(value.high()));
  }

  /** Plain where every reader of YAML takes it for the same text, else between quotation marks. */
  private static String text(String text) {
    if (PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    return quoted(text);
  }

  static String quoted(String text) {
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
