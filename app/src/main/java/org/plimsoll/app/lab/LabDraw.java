package org.plimsoll.app.lab;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plimsoll.planner.study.Reading;

/**
 * What a state gives in one draw of the parameters.
 *
 * @param number from 1 on
 * @param readings each quantity, or why there is none
 * @param failure why there is no market; empty if there is one
 */
public record LabDraw(int number, Map<LabQuantity, Reading> readings, Optional<String> failure) {
  public LabDraw {
    readings = Collections.unmodifiableMap(new EnumMap<>(readings));
  }

  static LabDraw without(int number, String why) {
    Map<LabQuantity, Reading> none = new EnumMap<>(LabQuantity.class);
    for (LabQuantity quantity : LabQuantity.values()) {
      none.put(quantity, new Reading.Missing(why));
    }
    return new LabDraw(number, none, Optional.of(why));
  }

  public Reading get(LabQuantity quantity) {
    return Objects.requireNonNull(readings.get(quantity));
  }

  /** Whether it has a market. */
  public boolean isSolved() {
    return failure.isEmpty();
  }

  /** Whether some use of the members meets the assumed ceiling: prices and losses are bounds. */
  public boolean isAtCeiling() {
    return readings.values().stream()
        .anyMatch(r -> r instanceof Reading.Known k && k.bound() != Reading.Bound.EXACT);
  }

  /** In one line of JSON; what is missing is null. */
  public String json() {
    return LabEvent.of(json -> {
      json.writeNumberField("n", number);
      for (LabQuantity quantity : LabQuantity.values()) {
        switch (get(quantity)) {
          case Reading.Known known -> json.writeNumberField(quantity.key(), known.value());
          case Reading.Missing _ -> json.writeNullField(quantity.key());
        }
      }
      json.writeBooleanField("atCeiling", isAtCeiling());
      if (failure.isPresent()) {
        json.writeStringField("why", failure.get());
      }
    });
  }
}
