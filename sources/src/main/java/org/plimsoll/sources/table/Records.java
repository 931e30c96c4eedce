package org.plimsoll.sources.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes records of one type of their components, and takes them apart. */
public final class Records<R> {
  private final Constructor<R> constructor;
  private final List<Method> accessors;

  private Records(Constructor<R> constructor, List<Method> accessors) {
    this.constructor = constructor;
    this.accessors = accessors;
  }

  public static <R> Records<R> of(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<R> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      List<Method> accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
      accessors.forEach(accessor -> accessor.setAccessible(true));
      return new Records<>(constructor, accessors);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " is a record without its constructor", e);
    }
  }

  /** How many components a record has. */
  public int size() {
    return accessors.size();
  }

  /**
   * The record of these components, in their order.
   *
   * @throws IllegalArgumentException what the record's own constructor says
   */
  public R make(List<?> components) {
    try {
      return constructor.newInstance(components.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(constructor + " failed on " + components, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " does not take " + components, e);
    }
  }

  /** One component of a record. */
  public Object component(Object row, int i) {
    try {
      return accessors.get(i).invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + accessors.get(i) + " of " + row, e);
    }
  }

  /** The components of a record, in their order. */
  public List<Object> components(Object row) {
    List<Object> components = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      components.add(component(row, i));
    }
    return components;
  }
}
