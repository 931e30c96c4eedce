package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.app.report.drawing.Drawing;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Figure;

/** Names, numbers and sentences of one plan as its page writes them. */
final class Wording {
  static final Group MEMBERS = new Group("members", Tone.BLUE);
  static final Group RESTRICTING = new Group("restricting exporters", Tone.ORANGE);

  private static final Pattern SLOT = Pattern.compile("\\{(\\d+)\\}");

  private final ActionPlan plan;
  private final Evidence evidence;

  Wording(ActionPlan plan, Evidence evidence) {
    this.plan = plan;
    this.evidence = evidence;
  }

  ActionPlan plan() {
    return plan;
  }

  SortedMap<String, String> names() {
    return plan.frame().names();
  }

  /** The name of a country, territory, product or anything else that the plan has a word for. */
  String name(String code) {
    return plan.frame().names().getOrDefault(code, code);
  }

  /** The name of a product: the plan's word, else the world's, else its id. */
  String product(ProductId id) {
    String word = plan.frame().names().getOrDefault(id.toString(), "");
    return word.isEmpty()
        ? evidence.findProduct(id).map(Product::name).orElse(id.toString())
        : word;
  }

  /** Several names in one line. */
  String listed(List<String> codes) {
    return String.join(", ", codes.stream().map(this::name).toList());
  }

  /** A figure in the unit that suits it best. */
  Num num(Figure figure) {
    return num(figure, Units.of(figure));
  }

  /** A figure in a unit; what is only a solver's rounding is 0. */
  Num num(Figure figure, Unit unit) {
    return num(figure, Units.withoutNoise(figure), unit);
  }

  /** A figure in a unit, however small it is. */
  Num exact(Figure figure, Unit unit) {
    return num(figure, figure.value(), unit);
  }

  private Num num(Figure figure, Interval value, Unit unit) {
    return Num.of(value, unit, figure.grade(), figure.status(), origin(figure), "");
  }

  /** A figure of a product: where the product is only indicative, two significant figures. */
  Num num(Figure figure, Unit unit, ProductId product) {
    Num num = num(figure, unit);
    return isIndicative(product) ? num.writtenAs(Grade.C) : num;
  }

  /** A cell of a column whose head says the unit. */
  Inline cell(Figure figure, Unit unit, ProductId product) {
    return num(figure, unit.withoutSymbol(), product);
  }

  /** A cell of a column whose head says the unit. */
  Inline cell(Figure figure, Unit unit) {
    return num(figure, unit.withoutSymbol());
  }

  /** The same, or why there is none. */
  Inline cell(Optional<Figure> figure, Unit unit, ProductId product, String whyNot) {
    return figure.map(f -> cell(f, unit, product)).orElse(Inline.missing(whyNot));
  }

  Origin origin(Figure figure) {
    return figure.source().isEmpty()
        ? Origin.derived(figure.derivedFrom())
        : Origin.readIn(figure.source());
  }

  /** A mark that leads to where a fact in words was read. */
  static Inline source(String text) {
    return Origin.findSource(text).map(Inline::cite).orElse(Inline.text(""));
  }

  /** Words that lead to an address where there is one. */
  static Inline link(String words, String address) {
    return address.startsWith("https://") || address.startsWith("http://")
        ? Inline.link(words, address)
        : Inline.text(words);
  }

  boolean isIndicative(ProductId product) {
    return evidence.findProduct(product).map(p -> p.tier() == Tier.INDICATIVE).orElse(false);
  }

  /** The grade that drawings show: that of the figure, or C where the product is indicative. */
  Grade drawn(Figure figure, ProductId product) {
    return isIndicative(product) ? Grade.C : figure.grade();
  }

  /**
   * A sentence with its figures in their places; figures that it has no place for follow it.
   *
   * @throws IllegalArgumentException if it has a place for a figure that is not there
   */
  Inline statement(ActionPlan.Statement statement) {
    List<Inline> parts = new ArrayList<>();
    boolean[] used = new boolean[statement.figures().size()];
    Matcher slot = SLOT.matcher(statement.text());
    int end = 0;
    while (slot.find()) {
      int number = Integer.parseInt(slot.group(1));
      if (number >= used.length) {
        throw new IllegalArgumentException(
            "a statement of the plan has a place for figure {%d}, but only %d figures: %s"
                .formatted(number, used.length, statement.text()));
      }
      used[number] = true;
      parts.add(Inline.text(statement.text().substring(end, slot.start())));
      Figure figure = statement.figures().get(number);
      parts.add(num(figure, Units.of(figure, statement.figures())));
      end = slot.end();
    }
    parts.add(Inline.text(statement.text().substring(end)));
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        parts.add(Inline.text(" "));
        parts.add(num(statement.figures().get(i)));
      }
    }
    return new Inline.Run(parts);
  }

  /** The text as it begins a sentence or a title. */
  static String capital(String text) {
    return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Countries in the colour of their role: members, restricting exporters. */
  SortedMap<String, Group> groups() {
    SortedMap<String, Group> groups = new TreeMap<>();
    for (ActionPlan.Case one : plan.cases()) {
      for (ActionPlan.Balance balance : one.countries()) {
        if (Roles.isRestricting(balance.role())) {
          put(balance.country(), RESTRICTING, groups);
        }
      }
    }
    plan.frame().members().forEach(member -> put(member, MEMBERS, groups));
    return groups;
  }

  private void put(String party, Group group, SortedMap<String, Group> groups) {
    groups.put(party, group);
    evidence
        .findTerritory(party)
        .ifPresent(territory ->
            territory.members().forEach(country -> groups.put(country.alpha3(), group)));
  }

  /** A drawing with its caption. */
  static Block figure(Drawing drawing, String caption) {
    return org.plimsoll.app.report.page.Figure.of(drawing, caption);
  }
}
