package org.plimsoll.app.floors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.policy.Challenge;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.planner.reference.Estimate;
import org.plimsoll.planner.reference.Input;
import org.plimsoll.planner.reference.Inputs;
import org.plimsoll.planner.reference.Revision;

/** What is said of a reference price, in tables. Prices are USD a kilogram of content. */
final class ReferenceTables {
  private static final double KG = 1_000;
  private static final double MILLION = 1e6;
  private static final String METHOD_PAGE = "docs/method/reference.md";

  private final Product product;
  private final Inputs own;
  private final Inputs used;

  /**
   * @param own inputs at the rows' own values
   * @param used inputs with challenges laid over
   */
  ReferenceTables(Product product, Inputs own, Inputs used) {
    this.product = product;
    this.own = own;
    this.used = used;
  }

  private static double kg(double usdPerTonne) {
    return usdPerTonne / KG;
  }

  /** A line a method. */
  Table<Estimate> methods(List<Estimate> estimates) {
    return Table.of("methods", "Reference price, USD/kg of content, by method", estimates)
        .words("method", "method", each -> each.method().word())
        .cell("usdPerKg", "R USD/kg", Kind.RANGE, ReferenceTables::price)
        .words("standing", "standing", ReferenceTables::standing)
        .words("grade", "grade", ReferenceTables::grade)
        .words("needs", "needs", ReferenceTables::needs)
        .words("formula", "", each -> each.method().formula())
        .knownAs(ReferenceTables::known);
  }

  private static Cell price(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Priced priced -> new Cell.Range(priced.usdPerTonne().times(1 / KG), 3, false);
      case Estimate.Lacking _ -> new Cell.Missing("no number");
    };
  }

  private static Optional<String> needs(Estimate estimate) {
    return estimate instanceof Estimate.Lacking lacking
        ? Optional.of(String.join("; ", lacking.missing()))
        : Optional.empty();
  }

  private static String standing(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Priced priced -> priced.isIndicative() ? "indicative, not used" : "used";
      case Estimate.Lacking _ -> "not enough data";
    };
  }

  private static Optional<String> grade(Estimate estimate) {
    return estimate instanceof Estimate.Priced priced
        ? Optional.of(priced.grade().name())
        : Optional.empty();
  }

  private static Known known(Estimate estimate) {
    List<Provenance> rows =
        new ArrayList<>(estimate.inputs().stream().map(Input::provenance).toList());
    return Known.computed(rows, METHOD_PAGE);
  }

  /** How it was put together. */
  Table<String> working(Estimate estimate) {
    return Table.of(
            "working",
            "How it is put together",
            estimate instanceof Estimate.Priced priced ? priced.working() : List.<String>of())
        .words("line", "step", line -> line)
        .ifAny();
  }

  private record Used(Estimate by, Input input) {}

  /** Every figure, with source and grade. */
  Table<?> inputs(List<Estimate> estimates) {
    List<Used> rows = new ArrayList<>();
    estimates.forEach(each -> each.inputs().forEach(input -> rows.add(new Used(each, input))));
    return Table.of("inputs", "Inputs; --challenge ID=VALUE puts another value beside one", rows)
        .words("method", "", row -> row.by().method().word())
        .words("id", "id", row -> row.input().id())
        .words("what", "what", row -> row.input().what())
        .range("value", "value", row -> row.input().value())
        .words("unit", "unit", row -> row.input().unit())
        .flag("isChallenged", "challenged", row -> row.input().isChallenged())
        .known(row -> row.input().provenance());
  }

  private record Refused(Estimate by, Estimate.LeftOut row) {}

  /** Figures that were looked at and not used. */
  Table<?> leftOut(List<Estimate> estimates) {
    List<Refused> rows = new ArrayList<>();
    estimates.forEach(each -> each.leftOut().forEach(row -> rows.add(new Refused(each, row))));
    return Table.of("leftOut", "Refused, and why", rows)
        .words("method", "", row -> row.by().method().word())
        .words("id", "id", row -> row.row().id())
        .words("what", "what", row -> row.row().what())
        .words("why", "why", row -> row.row().why());
  }

  /** A revision of the reference price in force. */
  Table<Revision> revision(Revision revision) {
    return Table.of("revision", "Revision of the price in force, USD/kg", List.of(revision))
        .figure("beforeUsdPerKg", "R in force", its -> kg(its.before()))
        .figure("estimateUsdPerKg", "estimate", its -> kg(its.estimate()))
        .share("change", "change", its -> its.estimate() / its.before() - 1)
        .flag("isMoved", "moves", Revision::isMoved)
        .figure("afterUsdPerKg", "R then", its -> kg(its.after()))
        .day("from", "from", Revision::from);
  }

  private record Both(Input own, Input used) {}

  /** The challenged inputs: both values. */
  Table<?> challenged(Collection<String> ids) {
    List<Both> rows = new ArrayList<>();
    for (String id : ids) {
      Optional<Input> before = own.find(id);
      Optional<Input> after = used.find(id);
      if (before.isPresent() && after.isPresent()) {
        rows.add(new Both(before.get(), after.get()));
      }
    }
    return Table.of("challenged", "Challenged inputs: both values are kept", rows)
        .words("id", "id", row -> row.own().id())
        .words("what", "what", row -> row.own().what())
        .range("own", "own value", row -> row.own().value())
        .range("challenge", "challenger's", row -> row.used().value())
        .words("unit", "unit", row -> row.own().unit());
  }

  private record Line(String method, String what, double before, double after) {}

  /** R, floor and levy, before and after. */
  Table<?> effects(List<ReferencePrice.Effect> effects) {
    List<Line> lines = new ArrayList<>();
    for (ReferencePrice.Effect effect : effects) {
      String by = effect.method().word();
      lines.add(new Line(by, "estimate, USD/kg", kg(effect.before()), kg(effect.after())));
      lines.add(
          new Line(
              by,
              "R under the rule, USD/kg, from " + effect.revision().from(),
              kg(effect.revision().before()),
              kg(effect.revision().after())));
      lines.add(line(by, "floor, USD/kg", effect, its -> kg(its.floorUsdPerTonne())));
      lines.add(line(by, "largest levy, USD/kg", effect, its -> kg(its.levyUsdPerTonne())));
      lines.add(line(by, "levies, USD m a year", effect, its -> its.revenueUsd() / MILLION));
    }
    return Table.of("effects", "What the challenge changes", lines)
        .words("method", "method", Line::method)
        .words("what", "what", Line::what)
        .figure("before", "before", Line::before)
        .figure("after", "after", Line::after);
  }

  private static Line line(
      String by,
      String what,
      ReferencePrice.Effect effect,
      Function<ReferencePrice.Border, Double> of) {
    return new Line(by, what, of.apply(effect.floorBefore()), of.apply(effect.floorAfter()));
  }

  private record Coded(String code, ReferencePrice.Effect effect) {}

  /** Lines of a schedule that would change. */
  Table<?> schedule(List<ReferencePrice.Effect> effects) {
    List<Coded> lines = new ArrayList<>();
    for (ReferencePrice.Effect effect : effects) {
      product.hsCodes().forEach(code -> lines.add(new Coded(code, effect)));
    }
    return Table.of("schedule", "Lines of a schedule: floor in USD/kg of " + product.basis(), lines)
        .words("code", "HS code", Coded::code)
        .words("method", "method", row -> row.effect().method().word())
        .figure("floorBeforeUsdPerKg", "before", row -> kg(row.effect().revision().before()))
        .figure("floorAfterUsdPerKg", "after", row -> kg(row.effect().revision().after()))
        .day("from", "from", row -> row.effect().revision().from());
  }

  /** Challenges of this product's inputs in the register, those that were undone included. */
  Table<?> register(List<Challenge> all, Inputs inputs) {
    List<String> undone = all.stream().map(Challenge::undoes).toList();
    List<Challenge> rows =
        all.stream().filter(row -> inputs.find(row.input()).isPresent()).toList();
    return Table.of("register", "Challenges in the register", rows)
        .words("id", "id", Challenge::id)
        .words("input", "input", Challenge::input)
        .cell(
            "value",
            "value",
            Kind.NUMBER,
            row ->
                row.undoes().isEmpty()
                    ? new Cell.Figure(row.value(), Cell.DIGITS)
                    : new Cell.Missing("undoes " + row.undoes()))
        .words("who", "who", Challenge::who)
        .day("when", "when", Challenge::when)
        .words(
            "standing",
            "standing",
            row ->
                !row.undoes().isEmpty()
                    ? "undoes " + row.undoes()
                    : undone.contains(row.id()) ? "undone" : "stands")
        .words("source", "source", Challenge::source)
        .words("note", "", Challenge::note);
  }
}
