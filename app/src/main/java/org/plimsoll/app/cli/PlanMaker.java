package org.plimsoll.app.cli;

import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.plan.ActionPlan;

/** Makes action plans: by the planner when run, from a sample when tested. */
@FunctionalInterface
public interface PlanMaker {
  /**
   * The plan of a scenario.
   *
   * @param isQuick whether to solve the central case only, without draws
   */
  ActionPlan make(Evidence evidence, Scenario scenario, boolean isQuick);
}
