package org.plimsoll.app.market;

import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.plan.ActionPlan;

/** Solves what each exporter could do to an alliance, and nothing else of its plan. */
@FunctionalInterface
public interface LeverageMaker {
  /** The leverage table of a scenario. */
  ActionPlan.Leverage make(Evidence evidence, Scenario scenario);
}
