package org.plimsoll.sources.dataset;

import java.util.List;
import org.plimsoll.model.trade.EndUse;

/**
 * What a file of a dataset holds.
 *
 * @param readings figures of series
 * @param endUses sectors that use a commodity
 */
public record Figures(List<Reading> readings, List<EndUse> endUses) {
  public Figures {
    readings = List.copyOf(readings);
    endUses = List.copyOf(endUses);
  }

  static Figures of(List<Reading> readings) {
    return new Figures(readings, List.of());
  }
}
