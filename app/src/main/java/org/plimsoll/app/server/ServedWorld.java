package org.plimsoll.app.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import org.plimsoll.app.lab.LabDraws;
import org.plimsoll.app.lab.LabMarkets;
import org.plimsoll.app.lab.LabPresets;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.app.session.Session;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.study.Progress;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * The world that routes answer from, read once.
 *
 * @param session the project's folder
 * @param folder of the world, as it is now; {@link #unchangedFolder} is that which was read
 * @param world as it was read when the server started
 * @param pool that solves
 * @param turns by which jobs let questions pass
 * @param plans that were asked for
 * @param ensembles that were asked for
 * @param border what customs officers brought and had done
 * @param schedules that entries are assessed by
 * @param making of what answers levers: it reads every scenario, and nobody waits for that before
 *     the first lever is moved
 * @param files of the world, which may change under a server
 * @param vault that is served beside; empty if none is
 */
record ServedWorld(
    Session session,
    Path folder,
    StampedWorld world,
    ForkJoinPool pool,
    Turns turns,
    Plans plans,
    Ensembles ensembles,
    Border border,
    ServedSchedules schedules,
    CompletableFuture<ServedLab> making,
    WorldFiles files,
    Optional<OpenVault> vault) {
  /** Answers that a job remembers: it shares a heap of 768 MB with all who ask. */
  private static final long BYTES_OF_A_JOB = 64L << 20;

  Evidence evidence() {
    return world.evidence();
  }

  /** What answers levers. */
  LabMarkets lab() {
    return making.join().markets();
  }

  /** States of the Lab to begin with. */
  LabPresets presets() {
    return making.join().presets();
  }

  /** What answers them in draws of the parameters. */
  LabDraws draws() {
    return making.join().draws();
  }

  /**
   * Folder of the world, for tables that are read when they are asked for.
   *
   * @throws Api.ProblemFound if its files are no longer those that were read
   */
  Path unchangedFolder() {
    files.requireUnchanged();
    return folder;
  }

  /** The files of scenarios, which may change at any time, as a text that changes with them. */
  String scenarioState() {
    return WorldFiles.state(session.root().resolve("scenarios"));
  }

  /** One hash of the world's files: answers are those of this world. */
  String worldId() {
    return world.stamp().sha256OfAll();
  }

  /** Workers for one request, with answers of their own. */
  Workers workers() {
    return workers(Answers.USUAL_BYTES, () -> false, Progress.NONE);
  }

  /** Workers for a job, which let questions pass between two solves. */
  Workers workers(Job job) {
    return workers(
        BYTES_OF_A_JOB,
        () -> {
          turns.letPass();
          return job.isUnwanted();
        },
        job);
  }

  private Workers workers(long bytes, BooleanSupplier cancelled, Progress progress) {
    return new Workers(pool, new Answers(bytes), cancelled, progress);
  }

  /**
   * The scenario that was sent.
   *
   * @throws Refusal with every fault of it
   */
  Scenario parse(String text) {
    Loaded<Optional<Scenario>> loaded = ScenarioFile.parse("the document", text, evidence());
    return loaded.value().orElseThrow(() -> Refusal.ofIssues("the document", loaded.issues()));
  }

  /**
   * How far a job is. What is there was made, whoever remembers its job.
   *
   * @throws Api.ProblemFound if nobody asked for it
   */
  Job job(String id) {
    Optional<Job> known = plans.orders().findJob(id);
    if (known.isPresent()) {
      return known.get();
    }
    if (!plans.isMade(id) && !ensembles.orders().isMade(id)) {
      throw Problem.missing("there is no job " + id, "ask for a plan: POST " + Api.ROOT + "/plans");
    }
    Job done = new Job(id);
    done.tell(Job.State.DONE, "");
    return done;
  }

  /** Stops a job. */
  Job cancel(String id) throws IOException {
    Job job = job(id);
    job.cancel();
    plans.orders().forget(id);
    ensembles.orders().forget(id);
    return job;
  }

  /** The scenario that is named; the plan's if none is. */
  Scenario scenario(Optional<String> name) {
    return ScenarioChoice.named(name.orElse(ScenarioChoice.DEFAULT), session, evidence())
        .scenario();
  }
}
