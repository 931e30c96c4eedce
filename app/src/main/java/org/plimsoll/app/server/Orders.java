package org.plimsoll.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Version;
import org.plimsoll.model.provenance.Sha256;

/**
 * What is made of scenarios by jobs, each in a folder named by what was asked: world, version, form
 * and scenario. The same question is the same folder, after a restart too.
 */
final class Orders {
  private static final String JSON = "application/json";
  private static final int ID_LENGTH = 16;
  private static final String ID = "[0-9a-f]{" + ID_LENGTH + "}";
  private static final Duration KEPT = Duration.ofDays(30);

  /** A scenario that waits, as it was sent: its id and the form it is wanted in. */
  private static final Pattern PENDING = Pattern.compile("(" + ID + ")\\.(.+)\\.yaml");

  private final String what;
  private final Path folder;
  private final Jobs jobs;
  private final Maker maker;

  /** Makes it. */
  interface Maker {
    /**
     * Looks at what was asked, and says what a job has to do.
     *
     * @param form in which it is wanted
     * @param into folder that is there once all is made, and not before
     * @throws Refusal with every fault of the scenario
     */
    Jobs.Task task(ServedWorld world, String text, String form, Path into);
  }

  /**
   * @param what is made, as addresses name one: {@code plan}
   * @param folder in which they are kept; need not be there
   */
  Orders(String what, Path folder, Jobs jobs, Maker maker) {
    this.what = what;
    this.folder = folder;
    this.jobs = jobs;
    this.maker = maker;
  }

  /** What names the one of a scenario. */
  static String id(ServedWorld world, String text, String form) {
    return Sha256.of(String.join("\n", world.worldId(), Version.ofProgram(), form, text))
        .substring(0, ID_LENGTH);
  }

  /**
   * Has it made, or says that it is there.
   *
   * @param text of the scenario
   * @throws Refusal with every fault of the scenario
   */
  Reply ask(ServedWorld world, String text, String form) throws IOException {
    String id = id(world, text, form);
    Optional<Job> job = order(world, text, form);
    return job.map(begun ->
            Reply.of(202, JSON, state(id, begun.latest().state().word()))
                .with("Location", Api.ROOT + "/jobs/" + id))
        .orElse(Reply.of(200, JSON, state(id, "done")));
  }

  private String state(String id, String state) {
    Map<String, Object> all = new TreeMap<>();
    all.put("job", Api.ROOT + "/jobs/" + id);
    all.put(what, Api.ROOT + "/" + what + "s/" + id);
    all.put("state", state);
    return CanonicalJson.write(all);
  }

  /**
   * Has it made unless it is there: the job, or empty if it is.
   *
   * @throws Refusal with every fault of the scenario
   */
  Optional<Job> order(ServedWorld world, String text, String form) throws IOException {
    String id = id(world, text, form);
    Jobs.Task task = maker.task(world, text, form, folder.resolve(id));
    if (isMade(id)) {
      return Optional.empty();
    }
    OwnerFiles.makeFolder(folder);
    Path pending = folder.resolve(id + "." + form + ".yaml");
    Files.writeString(pending, text);
    try {
      return Optional.of(submit(id, task, pending));
    } catch (Api.ProblemFound busy) {
      Files.delete(pending); // what was refused is not made after a restart either
      throw busy;
    }
  }

  private Job submit(String id, Jobs.Task task, Path pending) {
    return jobs.submit(
        id,
        job -> {
          try {
            task.run(job);
          } catch (Exception | OutOfMemoryError e) {
            // What the server's own end stops is made after its next start; a fault would come
            // again.
            if (!job.isUnwanted()) {
              Files.deleteIfExists(pending);
            }
            throw e;
          }
          Files.deleteIfExists(pending);
        });
  }

  /** Whether it is there. */
  boolean isMade(String id) {
    return id.matches(ID) && Files.isDirectory(folder.resolve(id));
  }

  /**
   * The folder of one.
   *
   * @throws Api.ProblemFound if it was not made
   */
  Path made(String id) {
    if (!isMade(id)) {
      throw Problem.missing(
          "there is no %s %s".formatted(what, id),
          "ask for it: POST %s/%ss".formatted(Api.ROOT, what));
    }
    return folder.resolve(id);
  }

  /** The job that makes it, while it is remembered. */
  Optional<Job> findJob(String id) {
    return id.matches(ID) ? jobs.find(id) : Optional.empty();
  }

  /** Does not make it after a restart. */
  void forget(String id) throws IOException {
    for (Path file : files()) {
      Matcher pending = PENDING.matcher(String.valueOf(file.getFileName()));
      if (pending.matches() && pending.group(1).equals(id)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Goes on with what was asked for before a stop, and forgets what is a month old. */
  void resume(ServedWorld world) throws IOException {
    for (Path file : files()) {
      Matcher pending = PENDING.matcher(String.valueOf(file.getFileName()));
      if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(KEPT))) {
        remove(file);
      } else if (pending.matches()) {
        resume(world, file, pending.group(1), pending.group(2));
      }
    }
  }

  private void resume(ServedWorld world, Path file, String id, String form) throws IOException {
    String text = Files.readString(file);
    if (id.equals(id(world, text, form))) {
      submit(id, maker.task(world, text, form, folder.resolve(id)), file);
    } else {
      Files.delete(file); // asked of another world or version
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void remove(Path file) throws IOException {
    try (Stream<Path> inside = Files.walk(file)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
