package org.plimsoll.app.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.plan.MakePlan;
import org.plimsoll.app.plan.PlanComparison;
import org.plimsoll.app.plan.PlanFolder;
import org.plimsoll.app.plan.PlanMaker;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Version;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * Plans that were asked for, each in a folder named by what was asked: world, scenario, version,
 * and whether the central case alone. The same question is the same plan, after a restart too.
 */
final class Plans {
  private static final String JSON = "application/json";
  private static final int ID_LENGTH = 16;
  private static final String ID = "[0-9a-f]{" + ID_LENGTH + "}";
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String QUICK = ".quick.yaml";
  private static final String FULL = ".full.yaml";

  private final Path folder;
  private final Jobs jobs;
  private final PlanMaker maker;

  /**
   * @param folder in which plans are kept; need not be there
   */
  Plans(Path folder, Jobs jobs, PlanMaker maker) {
    this.folder = folder;
    this.jobs = jobs;
    this.maker = maker;
  }

  /**
   * Has a plan made, or says that it is there.
   *
   * @param text of the scenario
   * @param isQuick whether the central case alone is meant
   * @throws Refusal with every fault of the scenario
   */
  Reply ask(ServedWorld world, String text, boolean isQuick) throws IOException {
    String id = id(world, text, isQuick);
    Optional<Job> job = order(world, text, isQuick);
    return job.map(begun ->
            Reply.of(202, JSON, state(id, begun.latest().state().word()))
                .with("Location", Api.ROOT + "/jobs/" + id))
        .orElse(Reply.of(200, JSON, state(id, "done")));
  }

  /**
   * Has a plan made unless it is there: the job, or empty if it is.
   *
   * @throws Refusal with every fault of the scenario
   */
  Optional<Job> order(ServedWorld world, String text, boolean isQuick) throws IOException {
    MakePlan making = making(world, text, isQuick);
    String id = id(world, text, isQuick);
    if (Files.exists(folder.resolve(id))) {
      return Optional.empty();
    }
    OwnerFiles.makeFolder(folder);
    Path pending = pending(id, isQuick);
    Files.writeString(pending, text);
    try {
      return Optional.of(submit(world, id, making, isQuick));
    } catch (Api.ProblemFound busy) {
      Files.delete(pending); // what was refused is not made after a restart either
      throw busy;
    }
  }

  /** What waits to be made: its scenario as it was sent, beside the folders. */
  private Path pending(String id, boolean isQuick) {
    return folder.resolve(id + (isQuick ? QUICK : FULL));
  }

  /** The plan that was made of this scenario, with ranges if there is one; empty if none was. */
  Optional<String> findMade(ServedWorld world, String text) {
    return Stream.of(false, true)
        .map(isQuick -> id(world, text, isQuick))
        .filter(this::isMade)
        .findFirst();
  }

  /** Whether a plan is there. */
  boolean isMade(String id) {
    return id.matches(ID) && Files.isDirectory(folder.resolve(id));
  }

  /**
   * A plan that was made.
   *
   * @throws Api.ProblemFound if it was not
   */
  ActionPlan read(String id) throws IOException {
    return PlanFolder.read(plan(id));
  }

  /**
   * What the second plan has otherwise than the first.
   *
   * @throws Api.ProblemFound if one of them was not made
   */
  Answer compare(String first, String second) {
    try {
      return PlanComparison.of(read(first), read(second));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Job submit(ServedWorld world, String id, MakePlan making, boolean isQuick) {
    return jobs.submit(
        id,
        job -> {
          try {
            making.into(folder.resolve(id), maker, world.workers(job));
          } catch (Exception | OutOfMemoryError e) {
            // What the server's own end stops is made after its next start; a fault would come
            // again.
            if (!job.isUnwanted()) {
              Files.deleteIfExists(pending(id, isQuick));
            }
            throw e;
          }
          Files.deleteIfExists(pending(id, isQuick));
        });
  }

  private static MakePlan making(ServedWorld world, String text, boolean isQuick) {
    Loaded<Optional<Scenario>> loaded = ScenarioFile.parse("the document", text, world.evidence());
    Scenario scenario =
        loaded.value().orElseThrow(() -> Refusal.ofIssues("the document", loaded.issues()));
    return new MakePlan(
        world.world(),
        world.unchangedFolder(),
        scenario,
        Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
        isQuick ? Settings.QUICK : Settings.FULL);
  }

  /** What names the plan of a scenario. */
  static String id(ServedWorld world, String text, boolean isQuick) {
    return Sha256.of(
            String.join(
                "\n", world.worldId(), Version.ofProgram(), Boolean.toString(isQuick), text))
        .substring(0, ID_LENGTH);
  }

  private static String state(String id, String state) {
    Map<String, Object> all = new TreeMap<>();
    all.put("job", Api.ROOT + "/jobs/" + id);
    all.put("plan", Api.ROOT + "/plans/" + id);
    all.put("state", state);
    return CanonicalJson.write(all);
  }

  /** Goes on with what was asked for before a stop, and forgets what is a month old. */
  void resume(ServedWorld world) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> found;
    try (Stream<Path> files = Files.list(folder)) {
      found = files.sorted().toList();
    }
    for (Path file : found) {
      String name = String.valueOf(file.getFileName());
      if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(KEPT))) {
        remove(file);
      } else if (name.endsWith(QUICK) || name.endsWith(FULL)) {
        resume(world, file, name.endsWith(QUICK));
      }
    }
  }

  private void resume(ServedWorld world, Path file, boolean isQuick) throws IOException {
    String text = Files.readString(file);
    String name = String.valueOf(file.getFileName());
    String id = name.substring(0, name.indexOf('.'));
    if (id.equals(id(world, text, isQuick))) {
      submit(world, id, making(world, text, isQuick), isQuick);
    } else {
      Files.delete(file); // asked of another world or version
    }
  }

  private static void remove(Path file) throws IOException {
    try (Stream<Path> inside = Files.walk(file)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /**
   * A file of a plan.
   *
   * @param name as the manifest has it
   * @throws Api.ProblemFound if there is no such plan or file
   */
  Reply file(String id, String name, String type) throws IOException {
    Path file = plan(id).resolve(name);
    if (!name.matches("[a-z0-9-]+\\.(json|html|xlsx)|tables/[a-z0-9-]+\\.csv")
        || !Files.isRegularFile(file)) {
      throw Problem.missing("the plan " + id + " has no file " + name, "see its manifest.json");
    }
    return Reply.of(200, type, Files.readAllBytes(file));
  }

  private Path plan(String id) {
    if (!isMade(id)) {
      throw Problem.missing("there is no plan " + id, "ask for it: POST " + Api.ROOT + "/plans");
    }
    return folder.resolve(id);
  }

  /**
   * How far a job is. A plan that is there was made, whoever remembers its job.
   *
   * @throws Api.ProblemFound if nobody asked for it
   */
  Job job(String id) {
    Optional<Job> known = findJob(id);
    if (known.isPresent()) {
      return known.get();
    }
    plan(id);
    Job done = new Job(id);
    done.tell(Job.State.DONE, "");
    return done;
  }

  /** The job that makes a plan, while it is remembered. */
  Optional<Job> findJob(String id) {
    return id.matches(ID) ? jobs.find(id) : Optional.empty();
  }

  /** Stops making it. */
  Job cancel(String id) throws IOException {
    Job job = job(id);
    job.cancel();
    Files.deleteIfExists(pending(id, true));
    Files.deleteIfExists(pending(id, false));
    return job;
  }
}
