package org.plimsoll.app.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records, collections and optionals as JSON with sorted keys and a fixed number format, so that
 * equal values give equal bytes. An empty optional leaves its key out.
 *
 * <p>Doubles are written with at most {@link #DIGITS} significant digits: no model figure is known
 * better, and the last bits of a sum are noise.
 */
public final class CanonicalJson {
  /** Significant digits of a double. */
  public static final int DIGITS = 6;

  private CanonicalJson() {}

  /**
   * Writes a value, indented, with a newline at the end.
   *
   * @throws IllegalArgumentException if it holds a type that has no JSON form, or NaN or infinity
   */
  public static String write(Object value) {
    return write(value, DIGITS);
  }

  /**
   * The same with another number of significant digits, for answers that are compared with
   * published ones.
   */
  public static String write(Object value, int digits) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
      printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
      json.setPrettyPrinter(printer);
      json.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
      write(json, value, digits);
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text + "\n";
  }

  /**
   * A value that is written in one line.
   *
   * @param value of any kind that has a JSON form
   */
  public record InLine(Object value) {}

  private static String inLine(Object value, int digits) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
      write(json, value, digits);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value, int digits)
      throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case InLine one -> json.writeRawValue(inLine(one.value(), digits));
      case String text -> json.writeString(text);
      case Boolean truth -> json.writeBoolean(truth);
      case Integer whole -> json.writeNumber(whole);
      case Long whole -> json.writeNumber(whole);
      case Double number -> json.writeNumber(number(number, digits));
      case Enum<?> constant ->
          json.writeString(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case Map<?, ?> map -> writeMap(json, map, digits);
      case Collection<?> list -> writeList(json, list, digits);
      case Record record when isScalar(record) -> json.writeString(record.toString());
      case Record record -> writeRecord(json, record, digits);
      case java.time.LocalDate date -> json.writeString(date.toString());
      default ->
          throw new IllegalArgumentException("no JSON form for " + value.getClass().getName());
    }
  }

  /** Identifiers print as one word: products, countries, sources. */
  private static boolean isScalar(Record record) {
    return record instanceof org.plimsoll.model.commodity.ProductId
        || record instanceof org.plimsoll.model.place.Place
        || record instanceof org.plimsoll.model.provenance.Source;
  }

  /** The components of a record class by name; looking them up takes longer than writing them. */
  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          List<RecordComponent> components = new ArrayList<>(List.of(type.getRecordComponents()));
          components.sort(Comparator.comparing(RecordComponent::getName));
          components.forEach(component -> component.getAccessor().setAccessible(true));
          return components;
        }
      };

  /** The parts of a record by name, to be written under other names. */
  public static Map<String, Object> parts(Record record) {
    Map<String, Object> parts = new TreeMap<>();
    for (RecordComponent component : COMPONENTS.get(record.getClass())) {
      parts.put(component.getName(), field(component, record));
    }
    return parts;
  }

  private static Object field(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static void writeRecord(JsonGenerator json, Record record, int digits)
      throws IOException {
    json.writeStartObject();
    for (RecordComponent component : COMPONENTS.get(record.getClass())) {
      Optional<Object> present = present(field(component, record));
      if (present.isPresent()) {
        json.writeFieldName(component.getName());
        write(json, present.get(), digits);
      }
    }
    json.writeEndObject();
  }

  private static Optional<Object> present(@Nullable Object field) {
    return switch (field) {
      case null -> Optional.empty();
      case Optional<?> optional -> optional.map(o -> (Object) o);
      case OptionalDouble optional ->
          optional.isPresent() ? Optional.of(optional.getAsDouble()) : Optional.empty();
      case OptionalInt optional ->
          optional.isPresent() ? Optional.of(optional.getAsInt()) : Optional.empty();
      default -> Optional.of(field);
    };
  }

  private static void writeMap(JsonGenerator json, Map<?, ?> map, int digits) throws IOException {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, field) -> present(field).ifPresent(f -> sorted.put(String.valueOf(key), f)));
    json.writeStartObject();
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      json.writeFieldName(entry.getKey());
      write(json, entry.getValue(), digits);
    }
    json.writeEndObject();
  }

  private static void writeList(JsonGenerator json, Collection<?> list, int digits)
      throws IOException {
    json.writeStartArray();
    for (Object element : list) {
      write(json, element, digits);
    }
    json.writeEndArray();
  }

  /**
   * A double as it is written: rounded to {@link #DIGITS} significant digits, for plain decimal
   * notation. Tables round the same way, so that they say what the JSON says.
   *
   * @throws IllegalArgumentException if it is NaN or infinite
   */
  public static BigDecimal number(double value) {
    return number(value, DIGITS);
  }

  private static BigDecimal number(double value, int digits) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("no JSON form for the number " + value);
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    return rounded.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(rounded.stripTrailingZeros().toPlainString());
  }
}
