package org.plimsoll.model.market;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a shock sets off in a product of a market file.
 *
 * @param given values of levers; the others have their usual ones
 */
public record CaseResponse(SortedMap<CaseLever, Double> given) {
  /** Nobody does anything but by price. */
  public static final CaseResponse NONE = new CaseResponse(Collections.emptySortedMap());

  /** Those that do something by themselves; the others say how. */
  private static final List<CaseLever> SWITCHES =
      List.of(
          CaseLever.PRIVATE_STOCK_DAYS,
          CaseLever.PRECAUTIONARY_BUYING,
          CaseLever.LEAK_SHARE,
          CaseLever.OUTPUT_CUT);

  public CaseResponse {
    given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
  }

  /** The value of a lever. */
  public double value(CaseLever lever) {
    return given.getOrDefault(lever, lever.usual());
  }

  /** The same with another value of one lever. */
  public CaseResponse with(CaseLever lever, double value) {
    TreeMap<CaseLever, Double> changed = new TreeMap<>(given);
    changed.put(lever, value);
    return new CaseResponse(changed);
  }

  /** Whether it does anything. */
  public boolean isOn() {
    return SWITCHES.stream().anyMatch(lever -> value(lever) > 0);
  }
}
