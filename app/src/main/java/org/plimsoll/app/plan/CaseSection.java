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
import org.plimsoll.planner.plan.ActionPlan.ProductFigure;
import org.plimsoll.planner.plan.ActionPlan.Role;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;

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
    blocks.add(new Bullets(true, cases.stream().map(this::worldTotal).toList()));
    List<Country> countries = countries(cases);
    List<Country> shown = countries.subList(0, Math.min(COUNTRIES, countries.size()));
    blocks.add(
        new Table(
            "Gain or loss in all, by country and case, numbered as above",
            columns,
            shown.stream().map(country -> overviewRow(country, cases, money)).toList()));
    if (shown.size() < countries.size()) {
      blocks.add(
          Paragraph.text(
              "The first %d of %d countries; all are in tables/cases.csv."
                  .formatted(shown.size(), countries.size())));
    }
    blocks.add(
        Paragraph.text(
            "Of the countries that are neither members nor restrict, each case lists those that"
                + " change most."));
    return blocks;
  }

  private Inline worldTotal(Case one) {
    return Inline.run(
        Inline.strong(one.title()),
        Inline.text(", against " + words.titleOf(one.against()) + ": "),
        words.shown(one.worldTotal()));
  }

  private record Country(String code, Role role, double largest) {}

  /** Members first, then restricting exporters, then others, each by its largest change. */
  private static List<Country> countries(List<Case> cases) {
    SortedMap<String, Country> found = new TreeMap<>();
    for (Case one : cases) {
      for (Balance balance : one.countries()) {
        double size = Math.abs(balance.total().findCentral().orElse(0));
        found.merge(
            balance.country(),
            new Country(balance.country(), balance.role(), size),
            (a, b) ->
                new Country(
                    a.code(),
                    a.role().compareTo(b.role()) <= 0 ? a.role() : b.role(),
                    Math.max(a.largest(), b.largest())));
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparing(Country::role)
                .thenComparing(Comparator.comparingDouble(Country::largest).reversed())
                .thenComparing(Country::code))
        .toList();
  }

  private Table.Row overviewRow(Country country, List<Case> cases, Unit money) {
    List<Inline> cells = new ArrayList<>();
    cells.add(Inline.text(words.name(country.code())));
    cells.add(Inline.text(country.role().word()));
    for (Case one : cases) {
      Optional<Balance> balance =
          one.countries().stream().filter(b -> b.country().equals(country.code())).findFirst();
      cells.add(
          balance.map(b -> words.cell(b.total(), money)).orElse(Inline.missing("not listed")));
    }
    return new Table.Row(cells);
  }

  private List<Block> unserved(List<Case> cases) {
    SortedMap<ProductId, Boolean> products = new TreeMap<>();
    for (Case one : cases) {
      for (ProductFigure figure : one.unserved()) {
        if (figure.figure() instanceof NoFigure || Units.isAboveNoise(figure.figure())) {
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
        Optional<Result> share =
            one.unserved().stream()
                .filter(u -> u.product().equals(product))
                .map(ProductFigure::figure)
                .findFirst();
        cells.add(
            share.map(s -> words.cell(s, Unit.PERCENT, product)).orElse(Inline.missing("none")));
      }
      rows.add(new Table.Row(cells));
    }
    return List.of(new Table("Share of the alliance's use that goes unserved", columns, rows));
  }

  private List<Block> one(Case one, String number) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Subheading(number + one.title() + ", against " + words.titleOf(one.against())));
    List<Balance> moved = one.countries().stream().filter(CaseSection::isMoved).toList();
    if (moved.isEmpty()) {
      blocks.add(Paragraph.text("Nothing changes for any country."));
      return blocks;
    }
    Unit money = Units.money(moved.stream().map(Balance::total).toList());
    List<IntervalBars.Bar> bars =
        moved.stream()
            .sorted(
                Comparator.comparingDouble(CaseSection::size)
                    .reversed()
                    .thenComparing(Balance::country))
            .limit(BARS)
            .sorted(
                Comparator.comparing(Balance::role)
                    .thenComparing(Balance::total, Result::smallestFirst))
            .flatMap(b -> b.total().find().stream().map(total -> bar(b, total)))
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
    blocks.addAll(
        CaseTables.CASES.shown(
            words,
            one.title() + ": who gains and who loses",
            moved.stream().map(balance -> new Part<>(one, balance)).toList(),
            BARS));
    blocks.addAll(payments(one));
    blocks.addAll(leaks(one));
    return blocks;
  }

  private IntervalBars.Bar bar(Balance balance, Figure total) {
    return new IntervalBars.Bar(
        words.name(balance.country()) + ", " + balance.role().word(),
        Units.withoutNoise(total),
        total.grade());
  }

  private List<Block> payments(Case one) {
    if (one.payments().isEmpty()) {
      return List.of();
    }
    return CaseTables.PAYMENTS.shown(
        words,
        one.title() + ": what contracts and subsidies pay",
        Part.list(List.of(one), Case::payments),
        BARS);
  }

  private List<Block> leaks(Case one) {
    if (one.leaks().isEmpty()) {
      return List.of();
    }
    return CaseTables.LEAKS.shown(
        words,
        one.title() + ": what comes through restrictions by way of third countries",
        Part.list(List.of(one), Case::leaks),
        BARS);
  }

  private static boolean isMoved(Balance balance) {
    return switch (balance.total()) {
      case NoFigure none -> true;
      case Figure figure -> {
        Interval total = Units.withoutNoise(figure);
        yield total.low() != 0 || total.high() != 0;
      }
    };
  }

  private static double size(Balance balance) {
    return Math.abs(balance.total().findCentral().orElse(0));
  }
}
