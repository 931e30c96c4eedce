package org.plimsoll.app.lab;

import java.util.List;
import java.util.OptionalDouble;

/** A control that moves a lever, as any form can show it: its key, and where it stands. */
public sealed interface LabControl {
  /** The key of the address. */
  String key();

  /** A value that can be chosen. */
  record Choice(String value, String label, boolean isChosen) {}

  /**
   * One of several values; an empty value leaves the lever where the scenario has it.
   *
   * @param isShort whether the values are few enough to be shown side by side
   */
  record One(String key, String label, boolean isShort, List<Choice> choices)
      implements LabControl {
    public One {
      choices = List.copyOf(choices);
    }
  }

  /** Any number of values, each with the same key. */
  record Several(String key, String label, List<Choice> choices) implements LabControl {
    public Several {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A number, to be typed or dragged.
   *
   * @param unit as written behind it
   * @param spoken the unit in words
   * @param value where it stands; empty if it is not moved
   * @param otherwise what counts where it is not moved, in words
   * @param rest where a slider stands that is not moved
   * @param most the largest that may be typed; the least is 0
   * @param slider the round numbers that a slider has
   */
  record Amount(
      String key,
      String label,
      String unit,
      String spoken,
      OptionalDouble value,
      String otherwise,
      double rest,
      double most,
      Steps slider)
      implements LabControl {}

  /** A value that has no control and travels along. */
  record Along(String key, String value) implements LabControl {}

  /**
   * The round numbers that a slider has, so that users who drag share answers.
   *
   * @param low the first, a multiple of the step
   * @param step between two of them
   * @param count of steps
   */
  record Steps(double low, double step, int count) {
    private static final int MOST = 100;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** At most a hundred steps of 1, 2, 2.5 or 5 times a power of ten that reach the ends. */
    static Steps between(double low, double high) {
      double power = Math.pow(10, Math.floor(Math.log10((high - low) / MOST)));
      for (double round : ROUND) {
        double step = round * power;
        double first = Math.floor(low / step);
        int count = (int) (Math.ceil(high / step) - first);
        if (count <= MOST + 1) {
          return new Steps(first * step, step, count);
        }
      }
      throw new IllegalArgumentException("no round steps lead from " + low + " to " + high);
    }

    public double high() {
      return low + count * step;
    }
  }
}
