package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plimsoll.app.report.drawing.Drawing;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Bounds;
import org.plimsoll.planner.plan.Draws;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Reading;

/** Names, numbers and sentences of one plan as its page writes them. */
final class Wording {
  static final Group MEMBERS = new Group("members", Tone.BLUE);
  static final Group RESTRICTING = new Group("restricting exporters", Tone.ORANGE);

  private static final Pattern SLOT = Pattern.compile("\\{(\\d+)\\}");

  private final ActionPlan plan;
  private final SortedSet<ProductId> indicative;

  Wording(ActionPlan plan) {
    this.plan = plan;
    indicative =
        plan.coverage().stream()
            .filter(line -> line.tier() == Tier.INDICATIVE)
            .map(ActionPlan.Coverage::product)
            .collect(Collectors.toCollection(TreeSet::new));
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

  /** The name of a product. */
  String product(ProductId id) {
    return name(id.toString());
  }

  /** The name of a product, which says so where it is only indicative. */
  String productAndTier(ProductId id) {
    return product(id) + (isIndicative(id) ? " (indicative)" : "");
  }

  /** What a case is: its title, the stop that it is, or its id. */
  String titleOf(CaseId id) {
    if (id.equals(CaseId.BASE)) {
      return "the base year";
    }
    for (ActionPlan.Case one : plan.cases()) {
      if (one.id().equals(id)) {
        return one.title();
      }
    }
    for (ActionPlan.LeverageCell cell : plan.leverage().cells()) {
      if (cell.id().equals(id)) {
        return name(cell.exporter()) + " stops " + product(cell.product());
      }
      if (cell.toAll().id().equals(id)) {
        return name(cell.exporter()) + " stops " + product(cell.product()) + " to everybody";
      }
    }
    return id.toString();
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
    return Num.of(value, unit, figure.grade(), figure.status(), origin(figure), behind(figure))
        .within(bounds(figure.bounds()));
  }

  /** A figure of a product: where the product is only indicative, two significant figures. */
  Num num(Figure figure, Unit unit, ProductId product) {
    Num num = num(figure, unit);
    return isIndicative(product) ? num.writtenAs(Grade.C) : num;
  }

  /** A result in the unit that suits it best, or why there is none. */
  Inline shown(Result result) {
    return shown(result, this::num);
  }

  /** A result in a unit, or why there is none. */
  Inline shown(Result result, Unit unit) {
    return shown(result, figure -> num(figure, unit));
  }

  /** A result of a product in a unit, or why there is none. */
  Inline shown(Result result, Unit unit, ProductId product) {
    return shown(result, figure -> num(figure, unit, product));
  }

  private static Inline shown(Result result, Function<Figure, Num> number) {
    return switch (result) {
      case Figure figure -> number.apply(figure);
      case NoFigure none -> Inline.missing(none.why());
    };
  }

  /** A cell of a column whose head says the unit. */
  Inline cell(Result result, Unit unit, ProductId product) {
    return shown(result, unit.withoutSymbol(), product);
  }

  /** A cell of a column whose head says the unit. */
  Inline cell(Result result, Unit unit) {
    return shown(result, unit.withoutSymbol());
  }

  /** What stands behind a range: draws, and the error of the model. */
  static String behind(Figure figure) {
    String draws = figure.draws().map(Wording::behind).orElse("");
    if (!(figure.logError() > 0)) {
      return draws;
    }
    String error = "model error ×/÷ " + errorFactor(figure) + " at 80%";
    return draws.isEmpty() ? error : draws + "; " + error;
  }

  /** By what the error of the model multiplies and divides, two digits. */
  static String errorFactor(Figure figure) {
    return NumberText.plain(figure.errorFactor(), 2);
  }

  /** How many draws have the number, and why the others have not. */
  static String behind(Draws draws) {
    String some = "%d of %d draws".formatted(draws.answered(), draws.asked());
    String bounded = draws.bounded() == 0 ? "" : ", %d of them bounds".formatted(draws.bounded());
    List<String> missing = new ArrayList<>();
    draws.missing().forEach((why, count) -> missing.add(count + " " + why));
    return some
        + bounded
        + (missing.isEmpty() ? "" : "; the others: " + String.join(", ", missing));
  }

  /** The same in a sentence, where some draws have no number; nothing where all have. */
  static String wanting(Figure figure) {
    return figure
        .draws()
        .filter(draws -> draws.answered() < draws.asked())
        .map(draws -> " (%d of %d draws)".formatted(draws.answered(), draws.asked()))
        .orElse("");
  }

  /** A range may lie higher than a bound at its low end says; that needs no word. */
  private static org.plimsoll.app.report.text.Bounds bounds(Bounds bounds) {
    return new org.plimsoll.app.report.text.Bounds(
        bounds.low() == Reading.Bound.AT_MOST ? word(bounds.low()) : "",
        word(bounds.central()),
        bounds.high() == Reading.Bound.AT_LEAST ? word(bounds.high()) : "");
  }

  private static String word(Reading.Bound bound) {
    return switch (bound) {
      case EXACT -> "";
      case AT_LEAST -> "at least ";
      case AT_MOST -> "at most ";
    };
  }

  /** Whether the number is only a lower bound. */
  static boolean isAtLeast(Figure figure) {
    return figure.bounds().central() == Reading.Bound.AT_LEAST;
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
    return indicative.contains(product);
  }

  /** The grade that drawings show: that of the figure, or C where the product is indicative. */
  Grade drawn(Result result, ProductId product) {
    return isIndicative(product) ? Grade.C : result.find().map(Figure::grade).orElse(Grade.C);
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
      parts.add(Inline.text(wanting(figure)));
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
        if (balance.role() == ActionPlan.Role.RESTRICTING) {
          put(balance.country(), RESTRICTING, groups);
        }
      }
    }
    plan.frame().members().forEach(member -> put(member, MEMBERS, groups));
    return groups;
  }

  private void put(String party, Group group, SortedMap<String, Group> groups) {
    groups.put(party, group);
    plan.frame()
        .territories()
        .getOrDefault(party, List.of())
        .forEach(country -> groups.put(country, group));
  }

  static Block figure(Drawing drawing, String caption) {
    return org.plimsoll.app.report.page.Figure.of(drawing, caption);
  }
}
