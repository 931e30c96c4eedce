package org.plimsoll.vault.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.vault.terms.Terms;

/**
 * Something that somebody wants booked. Equal events have equal text.
 *
 * @param id chosen by the sender, once and for all
 * @param verb what happens
 * @param fields what it says, each in the one way to write it; none is empty
 */
public record Event(String id, Verb verb, SortedMap<Field, String> fields) {
  private static final String ID = "id";
  private static final String VERB = "verb";

  /**
   * Checks and rewrites each value.
   *
   * @throws IllegalArgumentException naming the field that cannot be read
   */
  public Event {
    Field.checkId(id);
    SortedMap<Field, String> canonical = new TreeMap<>();
    fields.forEach((field, value) -> {
      if (!value.isBlank()) {
        canonical.put(field, field.canonical(value));
      }
    });
    fields = Collections.unmodifiableSortedMap(canonical);
  }

  /**
   * From columns to values, {@code id} and {@code verb} among them; blank values are absent.
   *
   * @throws IllegalArgumentException naming the column that is unknown or cannot be read
   */
  public static Event of(Map<String, String> columns) {
    SortedMap<Field, String> fields = new TreeMap<>();
    columns.forEach((column, value) -> {
      if (!column.equals(ID) && !column.equals(VERB)) {
        fields.put(Field.parse(column), value);
      }
    });
    return new Event(
        columns.getOrDefault(ID, "").strip(),
        Verb.parse(columns.getOrDefault(VERB, "").strip()),
        fields);
  }

  /**
   * Reads {@link #toText}.
   *
   * @throws IllegalArgumentException if the text has not that form
   */
  public static Event parse(String text) {
    Map<String, String> columns = new TreeMap<>();
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        columns.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return of(columns);
  }

  /** A line a value: {@code id}, {@code verb}, then the fields in their order. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append("id=").append(id).append("\nverb=").append(verb.word()).append('\n');
    fields.forEach(
        (field, value) -> text.append(field.column()).append('=').append(value).append('\n'));
    return text.toString();
  }

  /** The version of the terms that it brings, if it does. */
  public Optional<Terms> terms() {
    return find(Field.TERMS).map(Terms::parseLine);
  }

  boolean has(Field field) {
    return fields.containsKey(field);
  }

  /** The value, if there is one. */
  public Optional<String> find(Field field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** The value; the ledger asks only for what the verb needs, once it has seen that it is there. */
  String get(Field field) {
    return find(field)
        .orElseThrow(() -> new IllegalStateException(id + " has no " + field.column()));
  }

  long grams(Field field) {
    return Long.parseLong(get(field));
  }

  Optional<LocalDate> day(Field field) {
    return find(field).map(LocalDate::parse);
  }

  Optional<Instant> at() {
    return find(Field.AT).map(Instant::parse);
  }

  /** The currency; only of an event that has one. */
  public CurrencyCode currency() {
    return CurrencyCode.of(get(Field.CURRENCY));
  }

  /** The price of a kilogram; only of an event that has one. */
  public PricePerKilogram price() {
    return PricePerKilogram.of(new BigDecimal(get(Field.PRICE)), currency());
  }

  BigDecimal amount() {
    return new BigDecimal(get(Field.AMOUNT));
  }

  Share assay() {
    return Share.of(new BigDecimal(get(Field.ASSAY)));
  }

  /** What it is about; only of an event that says product, form and grade. */
  public Material material() {
    return new Material(ProductId.parse(get(Field.PRODUCT)), get(Field.FORM), get(Field.GRADE));
  }
}
