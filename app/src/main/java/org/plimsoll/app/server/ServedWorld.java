package org.plimsoll.app.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.app.session.Session;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.study.Progress;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;

/**
 * What routes answer from: one world, read once.
 *
 * @param session the project's folder
 * @param folder of the world
 * @param world as it was read when the server started
 * @param pool that solves
 */
record ServedWorld(Session session, Path folder, StampedWorld world, ForkJoinPool pool) {
  Evidence evidence() {
    return world.evidence();
  }

  /** One hash of the world's files: answers are those of this world. */
  String worldId() {
    return world.stamp().sha256OfAll();
  }

  /** Workers for one request, with answers of their own. */
  Workers workers() {
    return new Workers(pool, new Answers(Answers.USUAL_BYTES), () -> false, Progress.NONE);
  }

  /** The scenario that is named; the plan's if none is. */
  Scenario scenario(Optional<String> name) {
    return ScenarioChoice.named(name.orElse(ScenarioChoice.DEFAULT), session, evidence())
        .scenario();
  }
}
