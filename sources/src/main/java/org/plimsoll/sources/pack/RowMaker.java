package org.plimsoll.sources.pack;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * Makes a record of a row whose columns stand in the order of its components: an interval takes
 * three of them, the provenance the last four, everything else one.
 */
final class RowMaker<T> implements Function<Cells, T> {
  /** The columns that say where a row came from. */
  private static final int PROVENANCE = 4;

  /** Reads a field of this name. */
  private interface Reader {
    Object read(Cells cells, String name);
  }

  private static final Map<Class<?>, Reader> SCALARS =
      Map.of(
          String.class, Cells::text,
          double.class, Cells::number,
          int.class, Cells::integer,
          boolean.class, Cells::yes,
          OptionalDouble.class, Cells::findNumber,
          OptionalInt.class, Cells::findInteger,
          LocalDate.class, Cells::date,
          CountryCode.class, Cells::country,
          ProductId.class, Cells::product);

  private static final Map<Column.Kind, Reader> OPTIONAL =
      Map.of(
          Column.Kind.COUNTRY, Cells::findCountry,
          Column.Kind.PRODUCT, Cells::findProduct,
          Column.Kind.TEXT, Cells::findText);

  private static final Map<Column.Kind, Reader> LISTS =
      Map.of(
          Column.Kind.COUNTRIES, Cells::countries,
          Column.Kind.PRODUCTS, Cells::products,
          Column.Kind.LIST, Cells::list);

  private final Constructor<T> constructor;
  private final List<Function<Cells, Object>> components = new ArrayList<>();

  RowMaker(Class<T> type, List<Column<T>> columns) {
    RecordComponent[] parts = type.getRecordComponents();
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " is no record", e);
    }
    Iterator<Column<T>> left = columns.iterator();
    for (RecordComponent part : parts) {
      components.add(read(part.getType(), left));
    }
    if (left.hasNext()) {
      throw new IllegalStateException(
          "no component of " + type + " is read from '" + left.next().name() + "'");
    }
  }

  private static <T> Function<Cells, Object> read(Class<?> part, Iterator<Column<T>> left) {
    Column<T> column = left.next();
    String name = column.name();
    if (part == Interval.class) {
      String central = left.next().name();
      String high = left.next().name();
      return cells -> cells.interval(name, central, high);
    }
    if (part == Provenance.class) {
      for (int i = 1; i < PROVENANCE; i++) {
        left.next();
      }
      return Cells::provenance;
    }
    if (part.isEnum()) {
      return cells -> cells.word(name, part);
    }
    Reader reader =
        Optional.ofNullable(
                switch (part.getSimpleName()) {
                  case "Optional" -> OPTIONAL.get(column.kind());
                  case "List" -> LISTS.get(column.kind());
                  default -> SCALARS.get(part);
                })
            .orElseThrow(
                () -> new IllegalStateException("nobody can read " + part + " of '" + name + "'"));
    return cells -> reader.read(cells, name);
  }

  @Override
  public T apply(Cells cells) {
    Object[] arguments = new Object[components.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = components.get(i).apply(cells);
    }
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot call " + constructor, e);
    }
  }
}
