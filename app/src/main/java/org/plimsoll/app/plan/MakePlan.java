package org.plimsoll.app.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.plimsoll.app.market.PastEpisodes;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.app.session.Version;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;

/**
 * Makes the action plan of a scenario and writes its folder.
 *
 * @param world with the hashes of its files
 * @param worldFolder where it was read
 * @param scenario what is planned for
 * @param scenarioSha256 of the text that it was read from
 * @param settings of the study
 */
public record MakePlan(
    StampedWorld world,
    Path worldFolder,
    Scenario scenario,
    String scenarioSha256,
    Settings settings) {
  /**
   * Looks at it before any solve.
   *
   * @throws IllegalArgumentException if the settings or the scenario cannot be
   */
  public MakePlan {
    settings.check(world.evidence(), scenario);
  }

  /**
   * The plan, as the folder then has it.
   *
   * @param folder absent, empty, or an earlier plan, which is replaced
   * @throws IllegalArgumentException if the folder holds anything else, or another run has taken it
   * @throws IOException if the folder cannot be written; an earlier plan is then still there
   * @throws java.util.concurrent.CancellationException if the workers were stopped
   */
  public ActionPlan into(Path folder, PlanMaker maker, Workers workers) throws IOException {
    Settings told =
        settings
            .withPast(PastEpisodes.read(worldFolder, world.evidence()))
            .withFit(PosteriorFolder.drawsOf(world, worldFolder).fit());
    try (PlanFolder taken = PlanFolder.take(folder)) {
      return taken.write(maker.make(world.evidence(), scenario, told, workers), inputs());
    }
  }

  private PlanInputs inputs() {
    return new PlanInputs(
        world.evidence().asOf().toString(),
        world.stamp().sha256OfAll(),
        world.stamp().sha256(),
        world.stamp().differing(),
        scenario.name(),
        scenarioSha256,
        Version.ofProgram(),
        settings.draws(),
        settings.seed(),
        new TreeMap<>(
            Map.of(
                "imbalance",
                Certificate.IMBALANCE_TOLERANCE,
                "complementarity",
                Certificate.COMPLEMENTARITY_TOLERANCE)));
  }
}
