package org.plimsoll.app.market;

import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.StopChoice;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;

/** Solves what each exporter could do to an alliance, and nothing else of its plan. */
@FunctionalInterface
public interface LeverageMaker {
  /** The leverage table of a scenario under these settings, solved by these workers. */
  ActionPlan.Leverage make(
      Evidence evidence, Scenario scenario, Settings settings, Workers workers, StopChoice choice);
}
