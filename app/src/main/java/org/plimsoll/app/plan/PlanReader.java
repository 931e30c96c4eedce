package org.plimsoll.app.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Bounds;
import org.plimsoll.planner.plan.Derivation;
import org.plimsoll.planner.plan.Draws;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Reading.Bound;

/**
 * Reads a plan back: every record of {@link ActionPlan} by its components, so that a new field
 * needs no reader of its own. Each fault names the path of the value.
 */
final class PlanReader {
  private final JsonNode root;
  private final List<Derivation> derivations = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  PlanReader(JsonNode root) {
    this.root = root;
  }

  /**
   * The plan.
   *
   * @throws IOException if a value is missing or of another kind; the message names its path
   */
  ActionPlan plan() throws IOException {
    try {
      root.path(PlanJson.ROWS).forEach(list -> rows.add(texts(list)));
      // A derivation names only derivations before it, since its operands were written first.
      for (JsonNode node : root.path(PlanJson.DERIVATIONS)) {
        derivations.add(derivation(node, "derivations[" + derivations.size() + "]"));
      }
      return (ActionPlan) record(root, ActionPlan.class, "$");
    } catch (Fault fault) {
      throw new IOException(fault.getMessage(), fault);
    }
  }

  /** A value that is not what its place asks for. */
  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    Fault(String path, String what) {
      super(path + " " + what);
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private Object value(JsonNode node, Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      return generic(node, generic, path);
    }
    Class<?> plain = (Class<?>) type;
    if (node.isMissingNode() || node.isNull()) {
      throw new Fault(path, "is missing");
    }
    if (plain == Result.class) {
      return node.has("why") ? noFigure(node) : figure(node, path);
    }
    if (plain == Figure.class) {
      return figure(node, path);
    }
    if (plain.isEnum()) {
      return constant(node, plain, path);
    }
    return word(node, plain, path);
  }

  private Object word(JsonNode node, Class<?> plain, String path) {
    if (plain == boolean.class) {
      return node.asBoolean();
    }
    if (plain == String.class) {
      return node.asText();
    }
    if (plain == CaseId.class) {
      return new CaseId(node.asText());
    }
    if (plain == ProductId.class) {
      return ProductId.parse(node.asText());
    }
    if (plain == LocalDate.class) {
      return LocalDate.parse(node.asText());
    }
    if (plain.isRecord()) {
      return record(node, plain, path);
    }
    throw new Fault(path, "has the type " + plain.getSimpleName() + ", which no plan has");
  }

  private Object generic(JsonNode node, ParameterizedType type, String path) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return node.isMissingNode() || node.isNull()
          ? Optional.empty()
          : Optional.of(value(node, of[0], path));
    }
    if (type.getRawType() == List.class) {
      if (!node.isArray()) {
        throw new Fault(path, "is not a list");
      }
      List<Object> list = new ArrayList<>();
      for (JsonNode element : node) {
        list.add(value(element, of[0], path + "[" + list.size() + "]"));
      }
      return list;
    }
    SortedMap<String, Object> map = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      map.put(entry.getKey(), value(entry.getValue(), of[1], path + "." + entry.getKey()));
    }
    return map;
  }

  private static Object constant(JsonNode node, Class<?> type, String path) {
    String name = node.asText().toUpperCase(Locale.ROOT).replace('-', '_');
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new Fault(path, "is '" + node.asText() + "', which is no " + type.getSimpleName());
  }

  private Object record(JsonNode node, Class<?> type, String path) {
    if (!node.isObject()) {
      throw new Fault(path, "is not an object");
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      String name = components[i].getName();
      values[i] = value(node.path(name), components[i].getGenericType(), path + "." + name);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new Fault(path, "is refused: " + e.getTargetException().getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }

  private static NoFigure noFigure(JsonNode node) {
    return new NoFigure(node.path("unit").asText(), node.path("why").asText());
  }

  private Figure figure(JsonNode node, String path) {
    JsonNode value = node.path("value");
    if (!value.path("central").isNumber()) {
      throw new Fault(path, "has no value.central");
    }
    double central = value.path("central").asDouble();
    Optional<Derivation> derivation = Optional.empty();
    if (node.has("derivation")) {
      int number = node.path("derivation").asInt(-1);
      if (number < 0 || number >= derivations.size()) {
        throw new Fault(path, "names derivation " + number + ", which is not there");
      }
      derivation = Optional.of(derivations.get(number));
    }
    return new Figure(
        new Interval(
            value.path("low").asDouble(central), central, value.path("high").asDouble(central)),
        bounds(node.path("bounds"), path),
        node.path("unit").asText(),
        (Grade) constant(node.path("grade"), Grade.class, path + ".grade"),
        (Status) constant(node.path("status"), Status.class, path + ".status"),
        node.path("source").asText(),
        derivation,
        node.has("draws") ? Optional.of(draws(node.path("draws"))) : Optional.empty(),
        node.path(PlanJson.LOG_ERROR).asDouble(0));
  }

  private static Bounds bounds(JsonNode node, String path) {
    return node.isMissingNode()
        ? Bounds.EXACT
        : new Bounds(
            bound(node, "low", path), bound(node, "central", path), bound(node, "high", path));
  }

  private static Bound bound(JsonNode node, String key, String path) {
    return node.has(key)
        ? (Bound) constant(node.path(key), Bound.class, path + ".bounds." + key)
        : Bound.EXACT;
  }

  private static Draws draws(JsonNode node) {
    List<Double> values = new ArrayList<>();
    node.path("values").forEach(value -> values.add(value.asDouble()));
    SortedMap<String, Integer> missing = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.path("missing").properties()) {
      missing.put(entry.getKey(), entry.getValue().asInt());
    }
    return new Draws(node.path("asked").asInt(), values, node.path("bounded").asInt(), missing);
  }

  private Derivation derivation(JsonNode node, String path) {
    List<Figure> operands = new ArrayList<>();
    for (JsonNode operand : node.path("operands")) {
      operands.add(figure(operand, path + ".operands[" + operands.size() + "]"));
    }
    int list = node.path("rows").asInt(-1);
    return new Derivation(
        (Derivation.Rule) constant(node.path("rule"), Derivation.Rule.class, path + ".rule"),
        operands,
        texts(node.path("from")),
        list < 0 ? List.of() : rows.get(list));
  }
}
