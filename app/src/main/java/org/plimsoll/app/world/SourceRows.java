package org.plimsoll.app.world;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * Every row of a world that has a source, by dataset, edition and place in it. Records are read by
 * their components, so that a new table of the world needs no reader of its own.
 */
public final class SourceRows {
  private static final int DIGITS = 6;

  private final SortedMap<String, SortedMap<String, List<SourceRow>>> rows = new TreeMap<>();

  private SourceRows() {}

  public static SourceRows of(Evidence evidence) {
    SourceRows all = new SourceRows();
    all.read(evidence, "");
    return all;
  }

  /**
   * The rows of a dataset by locator; none if no row was read in it.
   *
   * @param dataset with its edition: {@code usgs-mcs@2026}
   */
  public SortedMap<String, List<SourceRow>> list(String dataset) {
    return Collections.unmodifiableSortedMap(rows.getOrDefault(dataset, new TreeMap<>()));
  }

  private void read(Object value, String owner) {
    switch (value) {
      case Optional<?> held -> held.ifPresent(it -> read(it, owner));
      case Collection<?> all -> all.forEach(it -> read(it, owner));
      case Map<?, ?> map -> map.values().forEach(it -> read(it, owner));
      case Record row -> readRow(row, owner);
      default -> {
        // A word or a number has no rows in it.
      }
    }
  }

  private void readRow(Record row, String owner) {
    List<String> said = new ArrayList<>();
    List<Provenance> sources = new ArrayList<>();
    List<Object> inside = new ArrayList<>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      Object value = value(row, component);
      Optional<String> plain = plain(value);
      if (value instanceof Provenance provenance) {
        sources.add(provenance);
      } else if (plain.isEmpty()) {
        inside.add(value);
      } else if (!plain.get().isBlank() && !(row instanceof Evidence)) {
        said.add(inWords(component.getName()) + " " + plain.get());
      }
    }
    String words = (owner.isEmpty() ? "" : owner + "; ") + String.join(", ", said);
    for (Provenance provenance : sources) {
      rows.computeIfAbsent(
              provenance.source().dataset() + "@" + provenance.source().edition(),
              key -> new TreeMap<>())
          .computeIfAbsent(provenance.source().locator(), key -> new ArrayList<>())
          .add(new SourceRow(inWords(row.getClass().getSimpleName()), words, provenance));
    }
    inside.forEach(value -> read(value, words));
  }

  private static Object value(Record row, RecordComponent component) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  /** A value that a row says in a word; empty if it holds rows. */
  private static Optional<String> plain(Object value) {
    return switch (value) {
      case String text -> Optional.of(text);
      case Double number -> Optional.of(number(number));
      case Interval range ->
          Optional.of(
              range.low() == range.high()
                  ? number(range.central())
                  : "%s (%s to %s)"
                      .formatted(
                          number(range.central()), number(range.low()), number(range.high())));
      case Enum<?> constant -> Optional.of(constant.name().toLowerCase(Locale.ROOT));
      case CountryCode country -> Optional.of(country.alpha3());
      case Integer _, Long _, Boolean _, ProductId _, LocalDate _ ->
          Optional.of(String.valueOf(value));
      case OptionalDouble held -> Optional.of(held.isPresent() ? number(held.getAsDouble()) : "");
      case OptionalInt held ->
          Optional.of(held.isPresent() ? Integer.toString(held.getAsInt()) : "");
      case Optional<?> held -> held.map(SourceRows::plain).orElse(Optional.of(""));
      case List<?> list -> plain(list);
      default -> Optional.empty();
    };
  }

  private static Optional<String> plain(List<?> list) {
    return list.stream().anyMatch(each -> plain(each).isEmpty())
        ? Optional.empty()
        : Optional.of(
            list.stream().map(each -> plain(each).orElse("")).collect(Collectors.joining(", ")));
  }

  private static String number(double value) {
    return NumberText.plain(value, DIGITS);
  }

  private static String inWords(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
