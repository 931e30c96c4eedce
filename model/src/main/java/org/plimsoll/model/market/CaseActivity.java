package org.plimsoll.model.market;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Region;

/**
 * Processing in fixed proportions at one place.
 *
 * @param id unique in its file
 * @param place where
 * @param inputs by product: quantity a unit of level, positive
 * @param outputs by product: quantity a unit of level, positive
 * @param level as a function of the unit margin; empty if any level is offered at a margin of zero
 * @param cappedBy the host whose level bounds this one's
 */
public record CaseActivity(
    String id,
    Region place,
    SortedMap<ProductId, Double> inputs,
    SortedMap<ProductId, Double> outputs,
    Optional<CaseCurve> level,
    Optional<Cap> cappedBy) {
  public CaseActivity {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
  }

  /** The same activity with these inputs instead. */
  public CaseActivity withInputs(SortedMap<ProductId, Double> other) {
    return new CaseActivity(id, place, other, outputs, level, cappedBy);
  }

  /** The same activity with these outputs instead. */
  public CaseActivity withOutputs(SortedMap<ProductId, Double> other) {
    return new CaseActivity(id, place, inputs, other, level, cappedBy);
  }

  /** The same activity at the level that this curve gives. */
  public CaseActivity withLevel(CaseCurve other) {
    return new CaseActivity(id, place, inputs, outputs, Optional.of(other), cappedBy);
  }

  /** The same activity under this bound. */
  public CaseActivity withCap(Cap other) {
    return new CaseActivity(id, place, inputs, outputs, level, Optional.of(other));
  }

  /**
   * A by-product's bound: level ≤ perUnit × the host's level.
   *
   * @param activity the host's id
   * @param perUnit not negative
   */
  public record Cap(String activity, double perUnit) {}
}
