package org.plimsoll.app.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.planner.risk.Bounds;

/**
 * A table, stated once: rows, and columns that know what they are called, what they hold and how a
 * row gives it. Text, CSV, JSON, workbooks and pages are rendered from it. A column's method
 * returns the table with that column behind the others.
 *
 * @param <R> what a row is about
 */
public final class Table<R> {
  private static final String NOT_KNOWN = "not known";

  private final String key;
  private final String title;
  private final Parts<R> parts;
  private final List<Column<R>> columns;
  private final ToIntFunction<? super R> digits;
  private final Function<? super R, Optional<Known>> known;
  private final Shown shown;

  private Table(
      String key,
      String title,
      Parts<R> parts,
      List<Column<R>> columns,
      ToIntFunction<? super R> digits,
      Function<? super R, Optional<Known>> known,
      Shown shown) {
    this.key = key;
    this.title = title;
    this.parts = parts;
    this.columns = columns;
    this.digits = digits;
    this.known = known;
    this.shown = shown;
  }

  /**
   * A table without columns.
   *
   * @param key name in JSON, in camelCase
   * @param title line above it
   */
  public static <R> Table<R> of(String key, String title, Collection<? extends R> rows) {
    return streamed(key, title, new Whole<>(List.copyOf(rows)));
  }

  /** The same, whose rows are asked for as they are written: CSV and JSON never hold them all. */
  public static <R> Table<R> streamed(String key, String title, Parts<R> parts) {
    return new Table<>(
        key,
        title,
        parts,
        List.of(),
        row -> Cell.DIGITS,
        row -> Optional.empty(),
        new Shown(true, Integer.MAX_VALUE));
  }

  /** Rows that come few at a time, the same whenever they are asked for. */
  public interface Parts<R> {
    void each(Consumer<? super List<R>> take);
  }

  private record Whole<R>(List<R> rows) implements Parts<R> {
    @Override
    public void each(Consumer<? super List<R>> take) {
      take.accept(rows);
    }
  }

  /** The same table for programs alone: text and pages leave it out. */
  public Table<R> forPrograms() {
    return new Table<>(key, title, parts, columns, digits, known, new Shown(false, 0));
  }

  /** The same table, of which people see the first rows; programs get all. */
  public Table<R> first(int most) {
    return new Table<>(key, title, parts, columns, digits, known, new Shown(true, most));
  }

  /** The same table with so many rows from a place on, the first being 0. */
  public Table<R> part(int from, int most) {
    List<R> rows = rows();
    int begin = Math.min(from, rows.size());
    int end = (int) Math.min((long) begin + most, rows.size());
    return new Table<>(
        key, title, new Whole<>(rows.subList(begin, end)), columns, digits, known, shown);
  }

  /** What people see of it. */
  private record Shown(boolean isAtAll, int most) {}

  /** As people see it: its first rows, and a title that says so. */
  Table<R> forPeople() {
    List<R> rows = rows();
    return rows.size() <= shown.most()
        ? this
        : new Table<>(
            key,
            "%s: the first %d of %,d".formatted(title, shown.most(), rows.size()),
            new Whole<>(rows.subList(0, shown.most())),
            columns,
            digits,
            known,
            shown);
  }

  /** The same table, that people see only if it has a row. */
  public Table<R> ifAny() {
    return isEmpty() ? forPrograms() : this;
  }

  /** Whether text and pages leave it out. */
  public boolean isForPrograms() {
    return !shown.isAtAll();
  }

  public String key() {
    return key;
  }

  public String title() {
    return title;
  }

  public List<Column<R>> columns() {
    return columns;
  }

  public List<R> rows() {
    if (parts instanceof Whole<R>(List<R> rows)) {
      return rows;
    }
    List<R> rows = new ArrayList<>();
    parts.each(rows::addAll);
    return rows;
  }

  public boolean isEmpty() {
    return rows().isEmpty();
  }

  /** Whether its rows are asked for as they are written. */
  public boolean isStreamed() {
    return !(parts instanceof Whole<R>);
  }

  /** The table in parts with few rows each; a table in memory is one part. */
  void eachPart(Consumer<Table<R>> take) {
    parts.each(rows ->
        take.accept(new Table<>(key, title, new Whole<>(rows), columns, digits, known, shown)));
  }

  /** The cells, row by row. */
  public List<List<Cell>> cells() {
    return rows().stream()
        .map(row -> columns.stream().<Cell>map(column -> column.value().apply(row)).toList())
        .toList();
  }

  /** For each row how its figures are known. */
  public List<Optional<Known>> known() {
    List<Optional<Known>> all = new ArrayList<>();
    rows().forEach(row -> all.add(known.apply(row)));
    return all;
  }

  /** Places of the columns that people see: those with a heading and a value. */
  public int[] listShown(List<List<Cell>> cells) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).isShown())
        .filter(i -> cells.stream().anyMatch(row -> !(row.get(i) instanceof Cell.Missing)))
        .toArray();
  }

  /** Significant digits of the figures in the columns that follow. */
  public Table<R> digits(ToIntFunction<? super R> of) {
    return new Table<>(key, title, parts, columns, of, known, shown);
  }

  /** How the figures of a row are known, so that a page can cite each of them. */
  public Table<R> knownAs(Function<? super R, Known> how) {
    return new Table<>(
        key, title, parts, columns, digits, row -> Optional.of(how.apply(row)), shown);
  }

  /** Where a row was read: grade, status and source. */
  public Table<R> known(Function<? super R, Provenance> of) {
    return known(of, "grade", "status", "source");
  }

  /** The same with the note of each row, and the source for programs alone. */
  public Table<R> noted(Function<? super R, Provenance> of) {
    return known(of, "grade", "status", "").words("note", "note", row -> of.apply(row).note());
  }

  /** The same for programs alone. */
  public Table<R> knownQuietly(Function<? super R, Provenance> of) {
    return known(of, "", "", "");
  }

  private Table<R> known(
      Function<? super R, Provenance> of, String grade, String status, String source) {
    return knownAs(row -> Known.of(of.apply(row)))
        .words("grade", grade, row -> of.apply(row).grade().name())
        .words("status", status, row -> of.apply(row).status().word())
        .words("source", source, row -> of.apply(row).source());
  }

  /** A column of any cells. */
  public Table<R> cell(
      String name, String heading, Kind kind, Function<? super R, ? extends Cell> of) {
    List<Column<R>> all = new ArrayList<>(columns);
    all.add(new Column<>(name, heading, kind, of));
    if (all.stream().map(Column::key).distinct().count() < all.size()) {
      throw new IllegalArgumentException("table " + key + " has two columns " + name);
    }
    return new Table<>(key, title, parts, List.copyOf(all), digits, known, shown);
  }

  /** Words: a text, an optional text, or anything that prints as one. */
  public Table<R> words(String name, String heading, Function<? super R, ?> of) {
    return cell(name, heading, Kind.WORDS, row -> words(of.apply(row)));
  }

  private static Cell words(Object value) {
    return value instanceof Optional<?> optional
        ? optional.<Cell>map(Table::words).orElseGet(() -> new Cell.Missing("none"))
        : Cell.words(value.toString());
  }

  /** A product's id. */
  public Table<R> product(String name, String heading, Function<? super R, ?> of) {
    return cell(name, heading, Kind.PRODUCT, row -> words(of.apply(row)));
  }

  /** A country's code, or a territory's. */
  public Table<R> country(String name, String heading, Function<? super R, ?> of) {
    return cell(name, heading, Kind.COUNTRY, row -> words(of.apply(row)));
  }

  /** Several words. */
  public Table<R> names(String name, String heading, Function<? super R, List<?>> of) {
    return cell(
        name,
        heading,
        Kind.NAMES,
        row -> new Cell.Names(of.apply(row).stream().map(Object::toString).toList()));
  }

  /** Yes or no. */
  public Table<R> flag(String name, String heading, Predicate<? super R> of) {
    return cell(name, heading, Kind.BOOLEAN, row -> new Cell.Truth(of.test(row)));
  }

  /** A day. */
  public Table<R> day(String name, String heading, Function<? super R, LocalDate> of) {
    return cell(name, heading, Kind.DATE, row -> new Cell.Day(of.apply(row)));
  }

  /** A year or another whole number that is a name. */
  public Table<R> year(String name, String heading, ToIntFunction<? super R> of) {
    return cell(name, heading, Kind.NUMBER, row -> new Cell.Whole(of.applyAsInt(row)));
  }

  /** A count. */
  public Table<R> count(String name, String heading, ToLongFunction<? super R> of) {
    return cell(name, heading, Kind.NUMBER, row -> new Cell.Count(of.applyAsLong(row)));
  }

  /** An exact amount. */
  public Table<R> exact(String name, String heading, Function<? super R, BigDecimal> of) {
    return cell(name, heading, Kind.NUMBER, row -> Cell.Exact.of(of.apply(row)));
  }

  /** The same, of which people see so many decimals, rounded down. */
  public Table<R> exact(
      String name, String heading, Function<? super R, BigDecimal> of, int decimals) {
    return cell(name, heading, Kind.NUMBER, row -> new Cell.Exact(of.apply(row), decimals));
  }

  /** A figure. */
  public Table<R> figure(String name, String heading, ToDoubleFunction<? super R> of) {
    return shown(name, heading, Kind.NUMBER, of::applyAsDouble, Cell.Figure::new);
  }

  /** A figure that may be missing, and why it then is. */
  public Table<R> figure(
      String name, String heading, Function<? super R, OptionalDouble> of, String reason) {
    return ifKnown(name, heading, of, reason, Cell.Figure::new);
  }

  /** A share. */
  public Table<R> share(String name, String heading, ToDoubleFunction<? super R> of) {
    return shown(name, heading, Kind.NUMBER, of::applyAsDouble, Cell.Share::new);
  }

  /** A share that may be missing, and why it then is. */
  public Table<R> share(
      String name, String heading, Function<? super R, OptionalDouble> of, String reason) {
    return ifKnown(name, heading, of, reason, Cell.Share::new);
  }

  /** A figure with its range. */
  public Table<R> range(String name, String heading, Function<? super R, Interval> of) {
    return shown(name, heading, Kind.RANGE, of, (v, n) -> new Cell.Range(v, n, false));
  }

  /** A share with its range. */
  public Table<R> shareRange(String name, String heading, Function<? super R, Interval> of) {
    return shown(name, heading, Kind.RANGE, of, (v, n) -> new Cell.Range(v, n, true));
  }

  /** A lower and an upper end. */
  public Table<R> span(String name, String heading, Function<? super R, Bounds> of) {
    return spanIfAny(name, heading, row -> Optional.of(of.apply(row)));
  }

  /** A lower and an upper end, where they are known. */
  public Table<R> spanIfAny(String name, String heading, Function<? super R, Optional<Bounds>> of) {
    return shown(
        name,
        heading,
        Kind.RANGE,
        of,
        (bounds, n) ->
            bounds
                .<Cell>map(b -> new Cell.Span(b.low(), b.high(), n))
                .orElseGet(() -> new Cell.Missing(NOT_KNOWN)));
  }

  /** A column of cells that people see with the digits of the table so far. */
  private <V> Table<R> shown(
      String name,
      String heading,
      Kind kind,
      Function<? super R, V> of,
      BiFunction<V, Integer, Cell> cell) {
    ToIntFunction<? super R> digitsOf = digits;
    return cell(name, heading, kind, row -> cell.apply(of.apply(row), digitsOf.applyAsInt(row)));
  }

  private Table<R> ifKnown(
      String name,
      String heading,
      Function<? super R, OptionalDouble> of,
      String reason,
      BiFunction<Double, Integer, Cell> cell) {
    return shown(
        name,
        heading,
        Kind.NUMBER,
        of,
        (value, n) ->
            value.isPresent() ? cell.apply(value.getAsDouble(), n) : new Cell.Missing(reason));
  }
}
