package org.plimsoll.app.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Bounds;
import org.plimsoll.planner.plan.Derivation;
import org.plimsoll.planner.plan.Draws;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Reading.Bound;

/**
 * {@code plan.json}: the plan with each derivation and each list of rows written once. A figure is
 * one line; it names its derivation by number in {@code derivations}, a derivation its rows by
 * number in {@code rows}; an end of a range that equals its middle is left out.
 */
public final class PlanJson {
  static final String VERSION = "schemaVersion";
  static final String DERIVATIONS = "derivations";
  static final String ROWS = "rows";
  static final String LOG_ERROR = "logError";

  private final Map<Object, Integer> derivations = new LinkedHashMap<>();
  private final List<Object> written = new ArrayList<>();
  private final Map<List<String>, Integer> rows = new LinkedHashMap<>();

  private PlanJson() {}

  /** The plan as canonical JSON. */
  public static String write(ActionPlan plan) {
    PlanJson json = new PlanJson();
    Map<String, Object> tree = new TreeMap<>(json.record(plan));
    tree.put(DERIVATIONS, json.written);
    tree.put(ROWS, json.rows.keySet().stream().map(CanonicalJson.InLine::new).toList());
    return CanonicalJson.write(tree);
  }

  /**
   * The plan of a text that {@link #write} made.
   *
   * @throws IOException if it is no plan, or one of another version; the message says which
   */
  public static ActionPlan read(String text) throws IOException {
    JsonNode plan = new ObjectMapper().readTree(text);
    if (!plan.path("frame").hasNonNull("asOf")) {
      throw new IOException("it is not a plan: it has no frame.asOf");
    }
    String version = plan.path(VERSION).asText();
    if (!version.equals(ActionPlan.SCHEMA_VERSION)) {
      throw new IOException(
          "it is a plan of version %s, and this program reads version %s\nMaybe make it again with"
                  .formatted(version.isEmpty() ? "1" : version, ActionPlan.SCHEMA_VERSION)
              + " plimsoll plan");
    }
    return new PlanReader(plan).plan();
  }

  private Object tree(Object value) {
    return switch (value) {
      case Figure figure -> new CanonicalJson.InLine(figure(figure));
      case NoFigure none ->
          new CanonicalJson.InLine(Map.of("unit", none.unit(), "why", none.why()));
      case Optional<?> optional ->
          optional.map(held -> Optional.of(tree(held))).orElse(Optional.empty());
      case List<?> list -> list.stream().map(this::tree).toList();
      case Map<?, ?> map -> {
        Map<String, Object> tree = new TreeMap<>();
        map.forEach((key, held) -> tree.put(String.valueOf(key), tree(held)));
        yield tree;
      }
      case Record record when isWord(record) -> record.toString();
      case Record record -> record(record);
      default -> value;
    };
  }

  /** Ids that are written as one word. */
  private static boolean isWord(Record record) {
    return record instanceof CaseId || record instanceof ProductId;
  }

  private Map<String, Object> record(Record record) {
    Map<String, Object> tree = new TreeMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        tree.put(component.getName(), tree(component.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
    return tree;
  }

  private Map<String, Object> figure(Figure figure) {
    Map<String, Object> tree = new TreeMap<>();
    Map<String, Object> value = new TreeMap<>();
    double central = written(figure.central());
    double low = written(figure.value().low());
    double high = written(figure.value().high());
    value.put("central", central);
    if (low != central) {
      value.put("low", low);
    }
    if (high != central) {
      value.put("high", high);
    }
    tree.put("value", value);
    tree.put("unit", figure.unit());
    tree.put("grade", figure.grade());
    tree.put("status", figure.status());
    if (!figure.bounds().equals(Bounds.EXACT)) {
      tree.put("bounds", bounds(figure.bounds()));
    }
    if (!figure.source().isEmpty()) {
      tree.put("source", figure.source());
    }
    figure.derivation().ifPresent(d -> tree.put("derivation", numberOf(d)));
    figure.draws().ifPresent(draws -> tree.put("draws", draws(draws)));
    if (figure.logError() > 0) {
      tree.put(LOG_ERROR, figure.logError());
    }
    return tree;
  }

  /** The number as it is written: figures that are written alike are one to who interns them. */
  private static double written(double value) {
    return CanonicalJson.number(value).doubleValue();
  }

  private static Map<String, Object> bounds(Bounds bounds) {
    Map<String, Object> tree = new TreeMap<>();
    putBound(tree, "low", bounds.low());
    putBound(tree, "central", bounds.central());
    putBound(tree, "high", bounds.high());
    return tree;
  }

  private static void putBound(Map<String, Object> tree, String key, Bound bound) {
    if (bound != Bound.EXACT) {
      tree.put(key, bound);
    }
  }

  private static Map<String, Object> draws(Draws draws) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("asked", draws.asked());
    tree.put("values", draws.values().stream().map(PlanJson::written).toList());
    if (draws.bounded() > 0) {
      tree.put("bounded", draws.bounded());
    }
    if (!draws.missing().isEmpty()) {
      tree.put("missing", draws.missing());
    }
    return tree;
  }

  private int numberOf(Derivation derivation) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("rule", derivation.rule().name().toLowerCase(Locale.ROOT));
    tree.put("from", derivation.from());
    if (!derivation.operands().isEmpty()) {
      tree.put("operands", derivation.operands().stream().map(this::figure).toList());
    }
    if (!derivation.rows().isEmpty()) {
      tree.put("rows", rows.computeIfAbsent(derivation.rows(), r -> rows.size()));
    }
    return derivations.computeIfAbsent(
        tree,
        t -> {
          written.add(new CanonicalJson.InLine(t));
          return written.size() - 1;
        });
  }
}
