package org.plimsoll.sources.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.sources.pack.Column.Kind;

/**
 * One component of a row's record: the columns it stands in, and how it is read of them.
 *
 * @param columns of the component, in the order of the file
 * @param read makes the component of a row's fields
 */
record Part<V>(List<Column<V>> columns, Function<Cells, V> read) {
  /** Where a row came from. */
  static final Part<Provenance> PROVENANCE =
      new Part<>(
          List.of(
              Column.of("source", Kind.SOURCE, "dataset@edition#locator", Provenance::source),
              Column.of(
                  "grade", Kind.WORD, "how well it is observed: A, B or C", Provenance::grade),
              Column.of(
                  "status",
                  Kind.WORD,
                  "how it came to be known: read, derived, …",
                  Provenance::status),
              Column.<Provenance>of(
                      "note", Kind.TEXT, "formula, reason or caveat", Provenance::note)
                  .orEmpty()),
          Cells::provenance);

  static final Part<Integer> YEAR = year("year", "calendar year");

  Part {
    columns = List.copyOf(columns);
  }

  private static <V> Part<V> of(String name, Kind kind, String about, Function<Cells, V> read) {
    return new Part<>(List.of(Column.of(name, kind, about, value -> value)), read);
  }

  /** A text, or the name of a row of another table. */
  static Part<String> text(String name, Kind kind, String about) {
    return of(name, kind, about, cells -> cells.text(name));
  }

  /** A text that may be empty. */
  static Part<String> text(String name, String about) {
    return text(name, Kind.TEXT, about).orEmpty();
  }

  /** What a text stands for. */
  static <V> Part<V> parsed(String name, Kind kind, String about, Function<String, V> parse) {
    return of(name, kind, about, cells -> cells.parsed(name, parse));
  }

  /**
   * One of a few words.
   *
   * @param what they are, with its article
   */
  static <E extends Enum<E>> Part<E> oneOf(String name, String about, Class<E> words, String what) {
    return parsed(name, Kind.WORD, about, text -> Words.parse(text, words, what));
  }

  static Part<Boolean> yesNo(String name, String about) {
    return of(name, Kind.YES_NO, about, cells -> cells.yes(name));
  }

  static Part<ProductId> product(String name, String about) {
    return of(name, Kind.PRODUCT, about, cells -> cells.product(name));
  }

  /** Products, of which there may be none. */
  static Part<List<ProductId>> products(String name, String about) {
    return of(name, Kind.PRODUCTS, about, cells -> cells.products(name)).orEmpty();
  }

  /** Countries and territories, of which there may be none. */
  static Part<Parties> parties(String name, String about) {
    return of(name, Kind.PARTIES, about, cells -> cells.parties(name)).orEmpty();
  }

  static Part<CountryCode> country(String name, Kind kind, String about) {
    return of(name, kind, about, cells -> cells.country(name));
  }

  static Part<List<String>> list(String name, String about) {
    return of(name, Kind.LIST, about, cells -> cells.list(name)).orEmpty();
  }

  static Part<List<CountryCode>> countries(String name, String about) {
    return of(name, Kind.COUNTRIES, about, cells -> cells.countries(name));
  }

  static Part<LocalDate> date(String name, String about) {
    return of(name, Kind.DATE, about, cells -> cells.date(name));
  }

  static Part<Integer> year(String name, String about) {
    return of(name, Kind.WHOLE, about, cells -> cells.integer(name)).within(1900, 2100);
  }

  /** A year that may be unknown. */
  static Part<OptionalInt> findYear(String name, String about) {
    return of(name, Kind.WHOLE, about, cells -> cells.findInteger(name))
        .within(1900, 2100)
        .orEmpty();
  }

  static Part<Double> number(String name, String about) {
    return of(name, Kind.NUMBER, about, cells -> cells.number(name));
  }

  /** A number that may be unknown. */
  static Part<OptionalDouble> findNumber(String name, String about) {
    return of(name, Kind.NUMBER, about, cells -> cells.findNumber(name)).orEmpty();
  }

  /** Low, central and high, in columns named after the central one. */
  static Part<Interval> interval(String name, String about) {
    return interval(name + "_low", name, about, name + "_high");
  }

  /** Low, central and high. */
  static Part<Interval> interval(String low, String central, String about, String high) {
    return new Part<>(
        List.of(
            Column.of(low, Kind.NUMBER, "lower end", Interval::low),
            Column.of(central, Kind.NUMBER, about, Interval::central),
            Column.of(high, Kind.NUMBER, "upper end", Interval::high)),
        cells -> cells.interval(low, central, high));
  }

  private Part<V> with(Function<Column<V>, Column<V>> change) {
    return new Part<>(columns.stream().map(change).toList(), read);
  }

  /** The same, whose fields may be empty. */
  Part<V> orEmpty() {
    return with(Column::orEmpty);
  }

  /** The same in this unit; {@code 1} for a share or an index. */
  Part<V> in(String unit) {
    return with(column -> column.in(unit));
  }

  /** The same for numbers of this range. */
  Part<V> within(double from, double to) {
    return with(column -> column.within(from, to));
  }

  /** The same, which is not there if all its fields are empty. */
  Part<Optional<V>> optional() {
    return new Part<>(
        columns.stream()
            .map(column -> column.<Optional<V>>of(value -> value.map(column.value())).orEmpty())
            .toList(),
        cells ->
            columns.stream().allMatch(column -> cells.findText(column.name()).isEmpty())
                ? Optional.empty()
                : Optional.of(read.apply(cells)));
  }
}
