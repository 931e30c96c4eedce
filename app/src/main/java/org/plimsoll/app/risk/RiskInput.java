package org.plimsoll.app.risk;

import java.util.List;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.planner.risk.SupplyGrid;

/**
 * A grid for the risk methods, and how it came about.
 *
 * @param grid what the methods compute from
 * @param issues what is wrong with the figures; with an error the grid is not to be used
 * @param taken what the figures did not say and the world did, in words
 * @param firms buyers that are no country or territory of the world
 */
public record RiskInput(
    SupplyGrid grid, List<Issue> issues, List<String> taken, List<String> firms) {
  public RiskInput {
    issues = List.copyOf(issues);
    taken = List.copyOf(taken);
    firms = List.copyOf(firms);
  }
}
