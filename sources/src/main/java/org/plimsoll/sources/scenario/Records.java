package org.plimsoll.sources.scenario;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes records of their components, and takes them apart. */
final class Records {
  private Records() {}

  /**
   * The record of these components, in their order.
   *
   * @throws IllegalArgumentException what the record's own constructor says
   */
  static <R> R of(Class<R> type, List<Object> components) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(components.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(type + " cannot be made of " + components, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made of " + components, e);
    }
  }

  /** The components of a record, in their order. */
  static List<Object> components(Object row) {
    List<Object> components = new ArrayList<>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      try {
        components.add(component.getAccessor().invoke(row));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + component + " of " + row, e);
      }
    }
    return components;
  }
}
