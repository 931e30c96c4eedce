package org.plimsoll.app.plan;

import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;

/** Makes action plans: by the planner when run, from a sample when tested. */
@FunctionalInterface
public interface PlanMaker {
  /** The plan of a scenario under these settings, solved by these workers. */
  ActionPlan make(Evidence evidence, Scenario scenario, Settings settings, Workers workers);
}
