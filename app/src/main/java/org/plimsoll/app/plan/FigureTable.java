package org.plimsoll.app.plan;

import java.lang.reflect.RecordComponent;
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
  private final PlanTable.Builder table =
      PlanTable.of("figures").words("path", "unit").figure("value", Units.Kind.OTHER);

  private FigureTable() {}

  static PlanTable of(ActionPlan plan) {
    FigureTable figures = new FigureTable();
    figures.walk("$", plan);
    return figures.table.build();
  }

  private void walk(String path, Object value) {
    switch (value) {
      case Result result -> table.row(path, result.unit()).figure(result).end();
      case Optional<?> optional -> optional.ifPresent(held -> walk(path, held));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          walk(path + "[" + i + "]", list.get(i));
        }
      }
      case Map<?, ?> map -> map.forEach((key, held) -> walk(path + "." + key, held));
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          walk(path + "." + component.getName(), field(record, component));
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
