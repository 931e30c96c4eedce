package org.plimsoll.app.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.server.page.BorderParts;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Version;
import org.plimsoll.model.provenance.Sha256;

/**
 * What is asked about uploads, each question in a folder named by what was asked: by whom, of which
 * uploads and schedule, with which parameters. The same question is the same result, and one that
 * was stopped goes on after a restart.
 */
final class Border {
  private static final int ID_LENGTH = 16;
  private static final String ID = "[0-9a-f]{" + ID_LENGTH + "}";

  private static final String ASKED = "asked.json";
  private static final String ANSWER = "answer.json";
  private static final String FAILED = "failed.txt";
  private static final String PART = "part.html";

  /** What comes of entries is at most so many times as large as they are, but for packed ones. */
  private static final int GROWS = 3;

  private static final long BETWEEN_LOOKS_NANOS = 500_000_000;

  /** Work between two waits for questions: as much as a solve. */
  private static final long BETWEEN_TURNS_NANOS = 50_000_000;

  private final BorderFolder folder;
  private final Uploads uploads;
  private final Jobs jobs;

  Border(BorderFolder folder, Jobs jobs) {
    this.folder = folder;
    uploads = new Uploads(folder);
    this.jobs = jobs;
  }

  Uploads uploads() {
    return uploads;
  }

  /** The folder of who asks. */
  Path owner(Asked asked) throws IOException {
    return folder.of(asked.who().orElseThrow());
  }

  /**
   * How far a question is.
   *
   * @param detail why it failed; empty if it did not
   */
  record State(Job.State word, int lines, String detail) {
    Map<String, Object> parts(BorderCase its) {
      Map<String, Object> parts = new TreeMap<>();
      parts.put("result", Api.ROOT + "/" + its.task().word() + "/" + its.id());
      parts.put("state", word.word());
      if (lines > 0 && !word.isOver()) {
        parts.put("done", lines);
        parts.put("what", "lines");
      }
      return parts;
    }
  }

  /**
   * Has something done, or says that it is done.
   *
   * @return the question, whose state can be asked for
   * @throws Api.ProblemFound if it names what is not there, or is not whole
   */
  synchronized BorderCase order(ServedWorld at, BorderTask task, Asked asked) throws IOException {
    Path owner = owner(asked);
    long bytes = requireReferences(at, task, asked, owner);
    Optional<ServedSchedules.Schedule> law =
        asked.word("schedule").map(name -> at.schedules().get(name));
    String id = id(at, owner, task, asked, law.map(ServedSchedules.Schedule::sha256).orElse(""));
    BorderCase its = new BorderCase(task, owner, id, asked, at, (lines, part) -> {});
    if (isDone(its)) {
      return its;
    }
    folder.requireRoom(GROWS * bytes);
    boolean isNew = !Files.exists(its.folder());
    if (isNew) {
      begin(its, law);
    }
    Files.deleteIfExists(its.folder().resolve(FAILED));
    try {
      submit(its);
    } catch (Api.ProblemFound busy) {
      if (isNew) {
        folder.remove(its.folder()); // what was refused is not made after a restart either
      }
      throw busy;
    }
    return its;
  }

  /** Writes down what is asked, and the law as it is now. */
  private static void begin(BorderCase its, Optional<ServedSchedules.Schedule> law)
      throws IOException {
    OwnerFiles.makeFolder(its.folder());
    if (law.isPresent()) {
      Path copies = its.folder().resolve("law");
      OwnerFiles.makeFolder(copies);
      Path path = law.get().path();
      for (Path file : Files.isDirectory(path) ? BorderFolder.list(path) : List.of(path)) {
        if (Files.isRegularFile(file)) {
          Files.copy(file, copies.resolve(String.valueOf(file.getFileName())));
        }
      }
    }
    OwnerFiles.replace(its.folder().resolve(ASKED), CanonicalJson.write(its.asked().values()));
  }

  /** Bytes of the uploads that it is about. */
  private long requireReferences(ServedWorld at, BorderTask task, Asked asked, Path owner)
      throws IOException {
    long bytes = 0;
    for (BorderTask.Reference each : task.references()) {
      List<String> names = asked.words(each.param());
      if (names.isEmpty() && each.isRequired()) {
        throw Refusal.of(
            "%s is not said".formatted(each.param()), "add %s=…".formatted(each.param()));
      }
      for (String name : each.isSchedule() ? List.<String>of() : names) {
        if (each.word().equals(Uploads.WORD)) {
          Uploads.Upload upload = uploads.get(owner, name);
          if (!upload.isWhole()) {
            throw new Api.ProblemFound(notWhole(upload));
          }
          bytes += upload.bytes();
        } else {
          requireDone(at, each.word(), owner, name);
        }
      }
    }
    return bytes;
  }

  private static Problem notWhole(Uploads.Upload upload) throws IOException {
    return Problem.of(
        409,
        ProblemType.NOT_WHOLE,
        "%d of %d bytes are there".formatted(upload.offset(), upload.bytes()),
        "send the rest: PATCH " + Api.ROOT + "/" + Uploads.WORD + "/" + upload.id());
  }

  private static void requireDone(ServedWorld at, String word, Path owner, String id)
      throws IOException {
    BorderTask task =
        BorderTasks.ALL.stream().filter(each -> each.word().equals(word)).findFirst().orElseThrow();
    if (!isDone(read(at, task, owner, id))) {
      throw new Api.ProblemFound(
          Problem.of(
              409,
              ProblemType.NOT_DONE,
              "%s/%s is not done".formatted(word, id),
              "wait for it: GET " + Api.ROOT + "/" + word + "/" + id + "/events"));
    }
  }

  private static String id(
      ServedWorld at, Path owner, BorderTask task, Asked asked, String lawHash) {
    SortedMap<String, String> values = new TreeMap<>(asked.values());
    values.computeIfPresent("schedule", (name, value) -> lawHash);
    return Sha256.of(
            String.join(
                "\n",
                String.valueOf(owner.getFileName()),
                task.word(),
                at.worldId(),
                Version.ofProgram(),
                values.toString()))
        .substring(0, ID_LENGTH);
  }

  /** A question that was asked before. */
  BorderCase get(ServedWorld at, BorderTask task, Asked asked) throws IOException {
    return read(at, task, owner(asked), asked.inPath("id"));
  }

  private static BorderCase read(ServedWorld at, BorderTask task, Path owner, String id)
      throws IOException {
    Path file = owner.resolve(task.word()).resolve(id.matches(ID) ? id : "none").resolve(ASKED);
    if (!Files.exists(file)) {
      throw Problem.missing(
          "there is nothing at %s/%s".formatted(task.word(), id),
          "ask for it: POST " + Api.ROOT + "/" + task.word());
    }
    TreeMap<String, String> values = new TreeMap<>();
    new ObjectMapper()
        .readTree(Files.readString(file))
        .properties()
        .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
    return new BorderCase(task, owner, id, Asked.of(values), at, (lines, part) -> {});
  }

  private static boolean isDone(BorderCase its) {
    return Files.exists(its.folder().resolve(ANSWER));
  }

  /** How far it is. */
  State state(BorderCase its) throws IOException {
    if (isDone(its)) {
      return new State(Job.State.DONE, 0, "");
    }
    Path failed = its.folder().resolve(FAILED);
    if (Files.exists(failed)) {
      return new State(Job.State.FAILED, 0, Files.readString(failed));
    }
    Optional<Job.News> news = jobs.find(job(its)).map(Job::latest);
    return new State(
        news.map(Job.News::state).filter(word -> !word.isOver()).orElse(Job.State.WAITING),
        news.map(Job.News::done).orElse(0),
        "");
  }

  /** The job that does it; one that is over if it was done before anybody remembers. */
  Job findJob(BorderCase its) throws IOException {
    Optional<Job> known = jobs.find(job(its));
    if (known.isPresent()) {
      return known.get();
    }
    State state = state(its);
    Job over = new Job(its.id());
    over.tell(state.word(), state.detail());
    return over;
  }

  /** Its answer as the verb prints it. */
  Path answer(BorderCase its) {
    return its.folder().resolve(ANSWER);
  }

  /** What is known of it as a part of a page; empty if nothing is. */
  String part(BorderCase its) throws IOException {
    try {
      return Files.readString(its.folder().resolve(PART));
    } catch (NoSuchFileException none) {
      return "";
    }
  }

  /** Names of its files. */
  List<String> listFiles(BorderCase its) throws IOException {
    List<String> names = new ArrayList<>();
    if (isDone(its)) {
      for (Path file : BorderFolder.list(its.files())) {
        String name = String.valueOf(file.getFileName());
        if (findFile(its, name).isPresent()) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** One of its files; empty if it has none of this name. */
  Optional<Path> findFile(BorderCase its, String name) {
    return name.matches("[a-z.-]+\\.(csv|html|parquet)") && isDone(its)
        ? Optional.of(its.files().resolve(name)).filter(Files::isRegularFile)
        : Optional.empty();
  }

  /** Stops it, if it goes, and deletes all that came of it. */
  synchronized void remove(BorderCase its) throws IOException {
    jobs.find(job(its)).ifPresent(Job::cancel);
    folder.remove(its.folder());
  }

  private static String job(BorderCase its) {
    return String.join(
        "/", "border", String.valueOf(its.owner().getFileName()), its.task().word(), its.id());
  }

  private void submit(BorderCase its) {
    jobs.submit(job(its), job -> run(watched(its, job), job));
  }

  /** Lets questions pass, and ends what nobody wants or what has no room. */
  private BorderCase watched(BorderCase its, Job job) {
    BorderCase.Watching watch =
        new BorderCase.Watching() {
          private long looked = System.nanoTime();
          private long passed = looked;

          @Override
          public void at(long lines, Optional<Supplier<Page>> part) {
            if (System.nanoTime() - passed > BETWEEN_TURNS_NANOS) {
              its.at().turns().letPass();
              passed = System.nanoTime();
            }
            if (job.isUnwanted()) {
              throw new CancellationException("nobody wants it any more");
            }
            if (System.nanoTime() - looked > BETWEEN_LOOKS_NANOS) {
              look(its, part);
              job.at((int) Math.min(Integer.MAX_VALUE, lines), 0, "lines");
              looked = System.nanoTime();
            }
          }
        };
    return new BorderCase(its.task(), its.owner(), its.id(), its.asked(), its.at(), watch);
  }

  private void look(BorderCase its, Optional<Supplier<Page>> part) {
    try {
      Optional<Refusal> lack = folder.findLack(0);
      if (lack.isPresent()) {
        throw lack.get();
      }
      if (part.isPresent()) {
        write(its, PART, BorderParts.of(part.get().get(), List.of()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(BorderCase its, String name, String text) throws IOException {
    OwnerFiles.replace(its.folder().resolve(name), text);
  }

  private void run(BorderCase its, Job job) throws Exception {
    try {
      if (!its.task().goesOn()) {
        BorderFolder.delete(its.files());
      }
      OwnerFiles.makeFolder(its.files());
      BorderTask.Made made = its.task().doing().make(its);
      Answer answer = told(its, made.answer());
      write(
          its,
          PART,
          made.page()
              .map(page -> BorderParts.of(page, made.asides()))
              .orElseGet(() -> BorderParts.of(answer)));
      write(its, ANSWER, Rendering.json(answer));
    } catch (Exception | OutOfMemoryError e) {
      if (job.isUnwanted()) {
        throw e; // what the server's own end stops goes on after its next start
      }
      Refusal said = said(its, e);
      BorderFolder.delete(its.files());
      write(its, FAILED, said.text());
      if (e instanceof Exception refused && BorderCase.isRefusal(refused)) {
        throw said;
      }
      throw e;
    }
  }

  private static Refusal said(BorderCase its, Throwable why) {
    return switch (why) {
      case Exception refused when BorderCase.isRefusal(refused) -> its.refusal(refused);
      case IOException disk -> its.refusal(Refusal.ofDisk(disk));
      case OutOfMemoryError _ ->
          Refusal.of("it does not fit into the memory of the server", "send less at a time");
      default ->
          Refusal.of("a fault of the program itself: its log says more", "report it with those");
    };
  }

  /** The answer, whose places are addresses. */
  private static Answer told(BorderCase its, Answer answer) {
    SortedMap<String, Cell> facts = new TreeMap<>(answer.facts());
    facts.replaceAll((key, cell) ->
        cell instanceof Cell.Words words ? Cell.words(its.told(words.text())) : cell);
    return new Answer(
        answer.title(), facts, answer.tables(), answer.remarks().stream().map(its::told).toList());
  }

  /** Goes on with what was asked before a stop, and forgets what is old. */
  void resume(ServedWorld at) throws IOException {
    folder.forgetOld();
    for (Path owner : folder.listOwners()) {
      for (BorderTask task : BorderTasks.ALL) {
        for (Path one : BorderFolder.list(owner.resolve(task.word()))) {
          BorderCase its = read(at, task, owner, String.valueOf(one.getFileName()));
          if (state(its).word() == Job.State.WAITING) {
            submit(its);
          }
        }
      }
    }
  }
}
