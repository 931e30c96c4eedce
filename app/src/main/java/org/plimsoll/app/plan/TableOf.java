package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.study.CaseId;

/**
 * A table of the plan, stated once: whole as a file and a sheet, and on the page the columns that
 * have a heading, for the rows that a section picks.
 *
 * @param name of the file and the sheet
 * @param rows of a plan
 * @param columns in the order of the page; files have words before figures
 * @param about product of a row, empty if none: what is indicative is written with two figures
 * @param source of the words of a row; empty if none
 * @param status of the words of a row
 */
record TableOf<R>(
    String name,
    Function<ActionPlan, List<R>> rows,
    List<Column<R>> columns,
    Function<R, Optional<ProductId>> about,
    Function<R, String> source,
    Optional<Status> status) {
  private static final List<String> TAIL = List.of("source", "derived_from", "grade", "status");

  TableOf {
    columns = List.copyOf(columns);
  }

  /** A table without columns. */
  static <R> TableOf<R> of(String name, Function<ActionPlan, List<R>> rows) {
    return new TableOf<>(
        name, rows, List.of(), row -> Optional.empty(), row -> "", Optional.empty());
  }

  private TableOf<R> with(Column<R> column) {
    List<Column<R>> more = new ArrayList<>(columns);
    more.add(column);
    return new TableOf<>(name, rows, more, about, source, status);
  }

  /** The product that a row is about. */
  TableOf<R> about(Function<R, ProductId> product) {
    return new TableOf<>(name, rows, columns, product.andThen(Optional::of), source, status);
  }

  /** Where the words of a row are from. */
  TableOf<R> source(Function<R, String> from) {
    return new TableOf<>(name, rows, columns, about, from, status);
  }

  /** The same for words that somebody reported. */
  TableOf<R> reported(Function<R, String> from) {
    return new TableOf<>(name, rows, columns, about, from, Optional.of(Status.REPORTED));
  }

  /** Words as they are, in files only. */
  TableOf<R> filed(String key, Function<R, String> text) {
    return word(key, "", text);
  }

  /** Words as they are. */
  TableOf<R> word(String key, String heading, Function<R, String> text) {
    return word(key, heading, text, text);
  }

  /** Words that the page has in other words. */
  TableOf<R> word(String key, String heading, Function<R, String> text, Function<R, String> shown) {
    return words(
        key, heading, Table.Column.Kind.WORDS, text, (words, row) -> Inline.text(shown.apply(row)));
  }

  /** Sentences, which need some width on the page. */
  TableOf<R> sentence(String key, String heading, Function<R, String> text) {
    return sentence(key, heading, text, text);
  }

  /** Sentences that the page has in other words. */
  TableOf<R> sentence(
      String key, String heading, Function<R, String> text, Function<R, String> shown) {
    return sentences(key, heading, text, (words, row) -> Inline.text(shown.apply(row)));
  }

  /** Sentences that only the page has. */
  TableOf<R> sentences(String heading, BiFunction<Wording, R, Inline> shown) {
    return sentences("", heading, row -> "", shown);
  }

  /** Sentences that the page writes in another way. */
  TableOf<R> sentences(
      String key, String heading, Function<R, String> text, BiFunction<Wording, R, Inline> shown) {
    return words(key, heading, Table.Column.Kind.SENTENCES, text, shown);
  }

  /** A code, for which the page has a name. */
  TableOf<R> named(String key, String heading, Function<R, String> code) {
    return words(key, heading, code, (words, row) -> Inline.text(words.name(code.apply(row))));
  }

  /** The product of the row. */
  TableOf<R> product(Function<R, ProductId> product) {
    return about(product)
        .words(
            "product",
            "product",
            row -> product.apply(row).toString(),
            (words, row) -> Inline.text(words.productAndTier(product.apply(row))));
  }

  /** A case, by its id in files and by its title on the page. */
  TableOf<R> ofCase(String key, String heading, Function<R, CaseId> id) {
    return sentences(
        key,
        heading,
        row -> id.apply(row).id(),
        (words, row) -> Inline.text(Wording.capital(words.titleOf(id.apply(row)))));
  }

  /** Numbers that only the page has. */
  TableOf<R> numbers(String heading, BiFunction<Wording, R, Inline> shown) {
    return words("", heading, Table.Column.Kind.NUMBERS, row -> "", shown);
  }

  /** Words that the page writes in another way. */
  TableOf<R> words(
      String key, String heading, Function<R, String> text, BiFunction<Wording, R, Inline> shown) {
    return words(key, heading, Table.Column.Kind.WORDS, text, shown);
  }

  private TableOf<R> words(
      String key,
      String heading,
      Table.Column.Kind kind,
      Function<R, String> text,
      BiFunction<Wording, R, Inline> shown) {
    return with(new Column.Words<>(key, heading, kind, text, shown));
  }

  /** Figures of one kind. */
  TableOf<R> figure(
      String key, String heading, Units.Kind kind, Function<R, ? extends Result> result) {
    return with(new Column.Figures<>(key, heading, kind, Optional.empty(), result));
  }

  /** Figures of one kind, which the page writes in a unit of its own. */
  TableOf<R> figure(
      String key,
      String heading,
      Units.Kind kind,
      Unit unit,
      Function<R, ? extends Result> result) {
    return with(new Column.Figures<>(key, heading, kind, Optional.of(unit), result));
  }

  /** Tonnes. */
  TableOf<R> mass(String key, String heading, Function<R, ? extends Result> result) {
    return figure(key, heading, Units.Kind.MASS, result);
  }

  /** Shares, in per cent on the page. */
  TableOf<R> share(String key, String heading, Function<R, ? extends Result> result) {
    return figure(key, heading, Units.Kind.SHARE, result);
  }

  /** Money, in one unit for all columns of the table on the page. */
  TableOf<R> money(String key, String heading, Function<R, ? extends Result> result) {
    return figure(key, heading, Units.Kind.MONEY, result);
  }

  /** Prices, in one unit for all rows of a product on the page. */
  TableOf<R> price(String key, String heading, Function<R, ? extends Result> result) {
    return figure(key, heading, Units.Kind.PRICE, result);
  }

  /** Whole, for a file and a sheet. */
  PlanTable of(ActionPlan plan) {
    List<R> all = rows.apply(plan);
    List<Column.Words<R>> words = new ArrayList<>();
    List<FigureCells<R>> figures = new ArrayList<>();
    for (Column<R> column : columns) {
      switch (column) {
        case Column.Words<R> its when !its.key().isEmpty() -> words.add(its);
        case Column.Words<R> its -> {}
        case Column.Figures<R> its -> figures.add(FigureCells.of(name, its, all));
      }
    }
    List<String> head = new ArrayList<>(words.stream().map(Column::key).toList());
    figures.forEach(cells -> head.addAll(cells.head()));
    head.addAll(TAIL);
    return new PlanTable(
        name, new Grid(head, all.stream().map(row -> cells(row, words, figures)).toList()));
  }

  private List<Object> cells(
      R row, List<Column.Words<R>> words, List<FigureCells<R>> figureColumns) {
    List<Object> cells = new ArrayList<>();
    words.forEach(column -> cells.add(column.text().apply(row)));
    List<Figure> figures = new ArrayList<>();
    for (FigureCells<R> column : figureColumns) {
      cells.addAll(column.cells(row));
      column.result(row).find().ifPresent(figures::add);
    }
    SortedSet<String> read = new TreeSet<>(List.of(source.apply(row)));
    SortedSet<String> statuses = new TreeSet<>();
    List<String> from = new ArrayList<>();
    status.ifPresent(its -> statuses.add(its.word()));
    for (Figure figure : figures) {
      read.add(figure.source());
      statuses.add(figure.status().word());
      from.addAll(figure.derivedFrom());
    }
    read.remove("");
    cells.add(String.join(" | ", read));
    cells.add(String.join(" | ", Origins.brief(from)));
    Optional<Grade> grade = figures.stream().map(Figure::grade).reduce(Grade::worse);
    cells.add(grade.map(Grade::name).orElse(""));
    cells.add(String.join(" | ", statuses));
    return cells;
  }

  /**
   * On the page: the first of these rows, and a line under them if rows were left out.
   *
   * @param most rows shown
   * @param headings of the columns shown; none for all that have one
   */
  List<Block> shown(Wording words, String caption, List<R> some, int most, List<String> headings) {
    List<Column<R>> picked = picked(headings);
    List<R> first = some.subList(0, Math.min(most, some.size()));
    Unit money = Units.money(first.stream().flatMap(row -> money(picked, row)).toList());
    List<Table.Column> heads =
        picked.stream()
            .map(column ->
                new Table.Column(column.heading().replace("{}", money.symbol()), kind(column)))
            .toList();
    List<Table.Row> shown = new ArrayList<>();
    for (R row : first) {
      Unit price = Units.price(prices(row, some));
      shown.add(
          new Table.Row(
              picked.stream().map(column -> cell(words, column, row, money, price)).toList()));
    }
    List<Block> blocks = new ArrayList<>(List.of(new Table(caption, heads, shown)));
    int more = some.size() - first.size();
    if (more > 0) {
      blocks.add(
          Paragraph.text(
              "%s more %s in tables/%s.csv."
                  .formatted(
                      NumberText.plain((double) more, 17),
                      more == 1 ? "row is" : "rows are",
                      name)));
    }
    return blocks;
  }

  /** The same with every column that has a heading. */
  List<Block> shown(Wording words, String caption, List<R> some, int most) {
    return shown(words, caption, some, most, List.of());
  }

  private List<Column<R>> picked(List<String> headings) {
    List<Column<R>> picked =
        columns.stream()
            .filter(column -> !column.heading().isEmpty())
            .filter(column -> headings.isEmpty() || headings.contains(column.heading()))
            .toList();
    if (!headings.isEmpty() && picked.size() != headings.size()) {
      throw new IllegalArgumentException(
          "table %s has no columns %s\nMaybe %s"
              .formatted(name, headings, columns.stream().map(Column::heading).toList()));
    }
    return picked;
  }

  private static <R> Stream<Result> money(List<Column<R>> picked, R row) {
    return picked.stream()
        .flatMap(column ->
            column instanceof Column.Figures<R> its
                    && its.kind() == Units.Kind.MONEY
                    && its.unit().isEmpty()
                ? Stream.of(its.result().apply(row))
                : Stream.empty());
  }

  /** Prices of the row, and of the other rows of its product, so that they can be compared. */
  private List<Result> prices(R row, List<R> some) {
    Optional<ProductId> product = about.apply(row);
    List<Result> prices = new ArrayList<>();
    for (R other : product.isEmpty() ? List.of(row) : some) {
      if (about.apply(other).equals(product)) {
        for (Column<R> column : columns) {
          if (column instanceof Column.Figures<R> its && its.kind() == Units.Kind.PRICE) {
            prices.add(its.result().apply(other));
          }
        }
      }
    }
    return prices;
  }

  private static Table.Column.Kind kind(Column<?> column) {
    return switch (column) {
      case Column.Words<?> words -> words.kind();
      case Column.Figures<?> figures -> Table.Column.Kind.NUMBERS;
    };
  }

  private Inline cell(Wording words, Column<R> column, R row, Unit money, Unit price) {
    return switch (column) {
      case Column.Words<R> its -> its.shown().apply(words, row);
      case Column.Figures<R> its -> {
        Result result = its.result().apply(row);
        Unit unit = its.unit().orElseGet(() -> unit(its.kind(), result, money, price));
        yield about
            .apply(row)
            .map(product -> words.shown(result, unit, product))
            .orElseGet(() -> words.shown(result, unit));
      }
    };
  }

  /** Money, masses and days have their unit in the heading; a price has its own. */
  private static Unit unit(Units.Kind kind, Result result, Unit money, Unit price) {
    return switch (kind) {
      case SHARE -> Unit.PERCENT;
      case MONEY -> money.withoutSymbol();
      case PRICE -> price;
      case MASS -> Unit.TONNES.withoutSymbol();
      case DAYS, RATIO -> Unit.NONE;
      case COUNT -> Unit.COUNT;
      case OTHER -> result.find().map(Units::of).orElse(Unit.NONE);
    };
  }
}
