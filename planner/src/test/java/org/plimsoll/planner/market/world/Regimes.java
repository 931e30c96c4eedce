package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.planner.market.rows.Regime;

/** The regimes of a market's chains, for tests of what works on regimes. */
public final class Regimes {
  private Regimes() {}

  /** Those of the chains that a measure touches. */
  public static List<Regime> of(Market market) {
    List<Regime> regimes = new ArrayList<>();
    for (Regime regime : market.regimes()) {
      if (regime != null) {
        regimes.add(regime);
      }
    }
    return regimes;
  }
}
