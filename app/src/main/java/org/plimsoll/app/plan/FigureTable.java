package org.plimsoll.app.plan;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Result;

/**
 * Every figure of a plan by itself, and every one that is missing, with its place in the plan.
 * Other tables join what the figures of a row rest on; this one keeps them apart.
 */
final class FigureTable {
  static final TableOf<Part<String, Result>> FIGURES =
      TableOf.of("figures", FigureTable::list)
          .filed("path", Part::of)
          .filed("unit", row -> row.it().unit())
          .figure("value", "", Units.Kind.OTHER, Part::it);

  private FigureTable() {}

  /** Each result by its path, in the order of the plan. */
  static List<Part<String, Result>> list(ActionPlan plan) {
    List<Part<String, Result>> found = new ArrayList<>();
    walk("$", plan, found);
    return found;
  }

  private static void walk(String path, Object value, List<Part<String, Result>> found) {
    switch (value) {
      case Result result -> found.add(new Part<>(path, result));
      case Optional<?> optional -> optional.ifPresent(held -> walk(path, held, found));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          walk(path + "[" + i + "]", list.get(i), found);
        }
      }
      case Map<?, ?> map -> map.forEach((key, held) -> walk(path + "." + key, held, found));
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          walk(path + "." + component.getName(), field(record, component), found);
        }
      }
      default -> {}
    }
  }

  private static Object field(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
