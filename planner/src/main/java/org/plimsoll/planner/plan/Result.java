package org.plimsoll.planner.plan;

import java.util.Optional;
import java.util.OptionalDouble;

/** A figure, or why there is none. */
public sealed interface Result permits Figure, NoFigure {
  /** The unit that the figure has or would have. */
  String unit();

  /** The figure, if there is one. */
  default Optional<Figure> find() {
    return switch (this) {
      case Figure figure -> Optional.of(figure);
      case NoFigure none -> Optional.empty();
    };
  }

  /** The central value, if there is one. */
  default OptionalDouble findCentral() {
    return switch (this) {
      case Figure figure -> OptionalDouble.of(figure.central());
      case NoFigure none -> OptionalDouble.empty();
    };
  }

  /** Whether there is a figure and its central value is above this. */
  default boolean isAbove(double value) {
    return findCentral().isPresent() && findCentral().getAsDouble() > value;
  }

  /** Whether there is a figure and its central value is below this. */
  default boolean isBelow(double value) {
    return findCentral().isPresent() && findCentral().getAsDouble() < value;
  }

  /** Orders by central value, the largest first; what has no figure comes last. */
  static int largestFirst(Result one, Result other) {
    OptionalDouble a = one.findCentral();
    OptionalDouble b = other.findCentral();
    if (a.isPresent() && b.isPresent()) {
      return Double.compare(b.getAsDouble(), a.getAsDouble());
    }
    return Boolean.compare(b.isPresent(), a.isPresent());
  }

  /** Orders by central value, the smallest first; what has no figure comes last. */
  static int smallestFirst(Result one, Result other) {
    boolean isBoth = one instanceof Figure && other instanceof Figure;
    return isBoth ? largestFirst(other, one) : largestFirst(one, other);
  }
}
