package org.plimsoll.app.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ForkJoinPool;
import org.plimsoll.app.market.PastEpisodes;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * What the planner makes of the project's own world, with one draw, which is range enough. The
 * first class of a build that asks has it made; the others read what that one left.
 */
public final class RealPlan {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private RealPlan() {}

  /** The plan. */
  public static ActionPlan plan() {
    try {
      return PlanJson.read(json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code plan.json} has it. */
  static String json() {
    String build = System.getProperty("plimsoll.build", "");
    if (build.isEmpty()) {
      return PlanJson.write(make());
    }
    Path file = Path.of("target", "real-plan-" + build.replaceAll("\\D", "") + ".json");
    try (FileChannel lock =
        FileChannel.open(
            Path.of("target", "real-plan.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      lock.lock();
      if (!Files.exists(file)) {
        forgetEarlier();
        Files.writeString(file, PlanJson.write(make()));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plans of builds before this one. */
  private static void forgetEarlier() throws IOException {
    try (DirectoryStream<Path> plans =
        Files.newDirectoryStream(Path.of("target"), "real-plan-*.json")) {
      for (Path plan : plans) {
        Files.delete(plan);
      }
    }
  }

  private static ActionPlan make() {
    Evidence world = RealWorld.evidence();
    Scenario scenario =
        ScenarioFile.read(ROOT.resolve("scenarios/action-plan-2026.yaml"), world)
            .value()
            .orElseThrow();
    Settings settings =
        Settings.FULL.withDraws(1).withPast(PastEpisodes.read(ROOT.resolve("world"), world));
    return Planner.plan(world, scenario, settings, Workers.of(ForkJoinPool.commonPool()));
  }
}
