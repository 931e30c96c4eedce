package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.report.drawing.IntervalBars;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.plan.ActionPlan.Balance;
import org.plimsoll.planner.plan.ActionPlan.Case;
import org.plimsoll.planner.plan.ActionPlan.Paid;
import org.plimsoll.planner.plan.ActionPlan.ProductFigure;
import org.plimsoll.planner.plan.Figure;

/** The cases beside each other: who gains, who loses, what goes unserved. */
record CaseSection(Wording words) {
  private static final int COUNTRIES = 24;
  private static final int BARS = 14;

  Section section() {
    List<Case> cases = words.plan().cases();
    if (cases.isEmpty()) {
      return Section.of(
          "cases", "What changes for each country", Paragraph.text("No case was solved."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "Gains and losses of users, makers and treasuries, for members, restricting exporters"
                + " and others alike, in money a year against the case named. A loss is below 0."));
    blocks.addAll(overview(cases));
    blocks.addAll(unserved(cases));
    for (int i = 0; i < cases.size(); i++) {
      blocks.addAll(one(cases.get(i), "Case " + (i + 1) + ". "));
    }
    return new Section("cases", "What changes for each country", blocks);
  }

  private List<Block> overview(List<Case> cases) {
    Unit money =
        Units.money(
            cases.stream().flatMap(c -> c.countries().stream()).map(Balance::total).toList());
    List<Table.Column> columns = new ArrayList<>();
    columns.add(Table.Column.words("country"));
    columns.add(Table.Column.words("role"));
    for (int i = 0; i < cases.size(); i++) {
      columns.add(Table.Column.numbers("case " + (i + 1) + ", " + money.symbol()));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "The cases, and what each means for the world as a whole, where one's gain is another's"
                + " loss:"));
    blocks.add(new Bullets(true, cases.stream().map(one -> worldTotal(one, cases)).toList()));
    blocks.addAll(
        Rows.first(
            COUNTRIES,
            "Gain or loss in all, by country and case, numbered as above",
            columns,
            countries(cases),
            country -> overviewRow(country, cases, money),
            "cases"));
    blocks.add(
        Paragraph.text(
            "Of the countries that are neither members nor restrict, each case lists those that"
                + " change most."));
    return blocks;
  }

  private Inline worldTotal(Case one, List<Case> cases) {
    return Inline.run(
        Inline.strong(one.title()),
        Inline.text(", against " + against(one, cases) + ": "),
        words.num(one.worldTotal()));
  }

  private record Country(String code, String role, double largest) {}

  /** Members first, then restricting exporters, then others, each by its largest change. */
  private static List<Country> countries(List<Case> cases) {
    SortedMap<String, Country> found = new TreeMap<>();
    for (Case one : cases) {
      for (Balance balance : one.countries()) {
        double size = Math.abs(balance.total().central());
        found.merge(
            balance.country(),
            new Country(balance.country(), balance.role(), size),
            (a, b) ->
                new Country(
                    a.code(),
                    Roles.order(a.role()) <= Roles.order(b.role()) ? a.role() : b.role(),
                    Math.max(a.largest(), b.largest())));
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparingInt((Country c) -> Roles.order(c.role()))
                .thenComparing(Comparator.comparingDouble(Country::largest).reversed())
                .thenComparing(Country::code))
        .toList();
  }

  private Table.Row overviewRow(Country country, List<Case> cases, Unit money) {
    List<Inline> cells = new ArrayList<>();
    cells.add(Inline.text(words.name(country.code())));
    cells.add(Inline.text(country.role()));
    for (Case one : cases) {
      Optional<Balance> balance =
          one.countries().stream().filter(b -> b.country().equals(country.code())).findFirst();
      cells.add(
          balance.map(b -> words.cell(b.total(), money)).orElse(Inline.missing("not listed")));
    }
    return new Table.Row(cells);
  }

  /** The title of the case that another is compared with. */
  private String against(Case one, List<Case> cases) {
    return cases.stream()
        .filter(other -> other.id().equals(one.against()))
        .map(Case::title)
        .findFirst()
        .orElse(one.against().equals("base") ? "the base year" : words.name(one.against()));
  }

  private List<Block> unserved(List<Case> cases) {
    SortedMap<ProductId, Boolean> products = new TreeMap<>();
    for (Case one : cases) {
      for (ProductFigure figure : one.unserved()) {
        if (Units.withoutNoise(figure.figure()).high() > 0) {
          products.put(figure.product(), true);
        }
      }
    }
    if (products.isEmpty()) {
      return List.of(Paragraph.text("In no case does use in the alliance go unserved."));
    }
    List<Table.Column> columns = new ArrayList<>();
    columns.add(Table.Column.words("product"));
    for (int i = 0; i < cases.size(); i++) {
      columns.add(Table.Column.numbers("case " + (i + 1)));
    }
    List<Table.Row> rows = new ArrayList<>();
    for (ProductId product : products.keySet()) {
      List<Inline> cells = new ArrayList<>(List.of(Inline.text(words.product(product))));
      for (Case one : cases) {
        Optional<Figure> share =
            one.unserved().stream()
                .filter(u -> u.product().equals(product))
                .map(ProductFigure::figure)
                .findFirst();
        cells.add(words.cell(share, Unit.PERCENT, product, "none"));
      }
      rows.add(new Table.Row(cells));
    }
    return List.of(new Table("Share of the alliance's use that goes unserved", columns, rows));
  }

  private List<Block> one(Case one, String number) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Subheading(number + one.title() + ", against " + against(one, words.plan().cases())));
    List<Balance> moved = one.countries().stream().filter(CaseSection::isMoved).toList();
    if (moved.isEmpty()) {
      blocks.add(Paragraph.text("Nothing changes for any country."));
      return blocks;
    }
    Unit money = Units.money(moved.stream().map(Balance::total).toList());
    List<IntervalBars.Bar> bars =
        moved.stream()
            .sorted(
                Comparator.comparingDouble((Balance b) -> Math.abs(b.total().central()))
                    .reversed()
                    .thenComparing(Balance::country))
            .limit(BARS)
            .sorted(
                Comparator.comparingInt((Balance b) -> Roles.order(b.role()))
                    .thenComparingDouble(b -> b.total().central()))
            .map(b ->
                new IntervalBars.Bar(
                    words.name(b.country()) + ", " + b.role(),
                    Units.withoutNoise(b.total()),
                    b.total().grade()))
            .toList();
    blocks.add(
        Wording.figure(
            new IntervalBars(
                one.title() + ": gains and losses",
                money,
                IntervalBars.Kind.FROM_ORIGIN,
                0,
                "loses",
                "gains",
                bars),
            moved.size() > BARS ? "The %d largest of %d.".formatted(BARS, moved.size()) : ""));
    blocks.addAll(table(one, moved, money));
    blocks.addAll(payments(one));
    blocks.addAll(leaks(one));
    return blocks;
  }

  private List<Block> payments(Case one) {
    if (one.payments().isEmpty()) {
      return List.of();
    }
    Unit money = Units.money(one.payments().stream().map(Paid::paid).toList());
    return Rows.first(
        BARS,
        one.title() + ": what contracts and subsidies pay",
        List.of(
            Table.Column.words("measure"),
            Table.Column.words("made in"),
            Table.Column.words("paid by"),
            Table.Column.numbers("paid, " + money.symbol())),
        one.payments(),
        line ->
            Table.Row.of(
                Inline.text(line.measure()),
                Inline.text(words.name(line.maker())),
                Inline.text(words.name(line.payer())),
                words.cell(line.paid(), money)),
        "payments");
  }

  private List<Block> leaks(Case one) {
    if (one.leaks().isEmpty()) {
      return List.of();
    }
    return Rows.first(
        BARS,
        one.title() + ": what comes through restrictions by way of third countries",
        List.of(
            Table.Column.words("product"),
            Table.Column.words("restriction"),
            Table.Column.words("by way of"),
            Table.Column.words("to"),
            Table.Column.numbers("t a year")),
        one.leaks(),
        line ->
            Table.Row.of(
                Inline.text(words.product(line.product())),
                Inline.text(line.measure()),
                Inline.text(words.name(line.via())),
                Inline.text(words.name(line.to())),
                words.cell(line.tonnes(), Unit.TONNES)),
        "leaks");
  }

  private static boolean isMoved(Balance balance) {
    Interval total = Units.withoutNoise(balance.total());
    return total.low() != 0 || total.high() != 0;
  }

  private List<Block> table(Case one, List<Balance> moved, Unit money) {
    String head = ", " + money.symbol();
    List<Table.Column> columns =
        List.of(
            Table.Column.words("country"),
            Table.Column.words("role"),
            Table.Column.numbers("users" + head),
            Table.Column.numbers("makers" + head),
            Table.Column.numbers("treasury" + head),
            Table.Column.numbers("in all" + head));
    return Rows.first(
        BARS,
        one.title() + ": who gains and who loses",
        columns,
        moved,
        b ->
            Table.Row.of(
                Inline.text(words.name(b.country())),
                Inline.text(b.role()),
                words.cell(b.users(), money),
                words.cell(b.makers(), money),
                words.cell(b.treasury(), money),
                words.cell(b.total(), money)),
        "cases");
  }
}
