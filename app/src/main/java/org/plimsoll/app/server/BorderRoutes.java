package org.plimsoll.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.border.Schedules;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.language.Messages;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.page.BorderParts;
import org.plimsoll.app.session.Refusal;

/** Customs: schedules, uploads, and what is done with them. Each token sees its own alone. */
final class BorderRoutes {
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv; charset=utf-8; header=present";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String PARQUET = "application/vnd.apache.parquet";
  private static final String OFFSET = "Upload-Offset";
  private static final Duration LONGEST_DOWNLOAD = Duration.ofHours(1);

  private BorderRoutes() {}

  static List<Route> list() {
    List<Route> all = new ArrayList<>();
    all.add(schedules());
    all.add(schedule());
    all.add(scheduleChanges());
    all.add(beginUpload());
    all.add(uploads());
    all.add(upload());
    all.add(piece());
    all.add(removeUpload());
    for (BorderTask task : BorderTasks.ALL) {
      all.add(order(task));
      all.add(result(task));
      all.add(events(task));
      all.add(part(task));
      all.add(file(task));
      all.add(remove(task));
    }
    all.add(line());
    all.add(linePart());
    return all;
  }

  private static Route schedules() {
    return Route.tables(
        "/schedules",
        "",
        "Schedules to assess by, each with the hash of all its versions.",
        Work.FILE,
        List.of(),
        (at, asked) -> at.schedules().answer());
  }

  private static Route schedule() {
    return Route.tables(
        "/schedules/{schedule}",
        "schedule check",
        "The rules of a schedule, by its name or hash, and what may not be meant.",
        Work.FILE,
        List.of(Param.day("on", "Only the version in force on this day.")),
        (at, asked) ->
            Schedules.check(at.schedules().get(asked.inPath("schedule")).book(), asked.day("on")));
  }

  private static Route scheduleChanges() {
    return Route.tables(
        "/schedule-changes",
        "schedule diff",
        "What one version of a schedule says otherwise than another, key by key.",
        Work.FILE,
        List.of(
            Param.words("earlier", "A version, by name.", "law/2027-1"),
            Param.words("later", "Another.", "law/2027-2")),
        (at, asked) -> Schedules.diff(version(at, asked, "earlier"), version(at, asked, "later")));
  }

  private static Path version(ServedWorld at, Asked asked, String param) {
    return at.schedules()
        .get(
            asked
                .word(param)
                .orElseThrow(() -> Refusal.of(param + " is not said", "add " + param + "=…")))
        .path();
  }

  private static Route beginUpload() {
    return new Route(
        "POST",
        "/uploads",
        "Begins an upload, which then comes in pieces.",
        List.of(
            Param.words("name", "Name of the file, for messages.", "entries.csv"),
            Param.count("bytes", 0, Long.MAX_VALUE, "How many bytes it has.", 1_048_576),
            Param.count(
                "modified",
                0,
                Long.MAX_VALUE,
                "When it was last changed, in milliseconds since 1970: to know it again.",
                1_790_000_000_000L)),
        Route.Body.NONE,
        Role.CUSTOMS,
        Work.UPLOAD,
        document(
            "",
            JSON,
            (at, asked) -> {
              Uploads.Upload begun =
                  at.border()
                      .uploads()
                      .make(
                          at.border().owner(asked),
                          required(asked, "name"),
                          Long.parseLong(required(asked, "bytes")),
                          asked.word("modified").orElse(""));
              return ofUpload(201, begun)
                  .with("Location", Api.ROOT + "/" + Uploads.WORD + "/" + begun.id());
            }));
  }

  private static String required(Asked asked, String param) {
    return asked
        .word(param)
        .orElseThrow(() -> Refusal.of(param + " is not said", "add " + param + "=…"));
  }

  private static Reply ofUpload(int status, Uploads.Upload upload) throws IOException {
    return Reply.of(status, JSON, CanonicalJson.write(upload.parts()))
        .with(OFFSET, Long.toString(upload.offset()))
        .with("Cache-Control", "no-store");
  }

  private static Route uploads() {
    return customs(
        "GET",
        "/uploads",
        "The token's uploads.",
        JSON,
        (at, asked) -> {
          List<Uploads.Upload> all = at.border().uploads().list(at.border().owner(asked));
          List<Long> offsets = new ArrayList<>();
          for (Uploads.Upload one : all) {
            offsets.add(one.offset());
          }
          return Rendering.sent(
                  Rendering.json(
                      Answer.of("Uploads")
                          .with(
                              Table.of("uploads", "Uploads", all)
                                  .words("upload", "upload", Uploads.Upload::id)
                                  .words("name", "name", Uploads.Upload::name)
                                  .count("bytes", "bytes", Uploads.Upload::bytes)
                                  .count("offset", "there", u -> offsets.get(all.indexOf(u))))))
              .with("Cache-Control", "no-store");
        });
  }

  private static Route upload() {
    return customs(
        "GET",
        "/uploads/{upload}",
        "How far an upload has come; Upload-Offset says where the next piece begins.",
        JSON,
        (at, asked) ->
            ofUpload(
                200, at.border().uploads().get(at.border().owner(asked), asked.inPath("upload"))));
  }

  private static Route piece() {
    return new Route(
        "PATCH",
        "/uploads/{upload}",
        "The next piece of an upload, of 4 MiB at most, which begins at Upload-Offset.",
        List.of(),
        Route.Body.PIECE,
        Role.CUSTOMS,
        Work.UPLOAD,
        document(
            "",
            JSON,
            (at, asked) ->
                ofUpload(
                    200,
                    at.border()
                        .uploads()
                        .append(
                            at.border().owner(asked),
                            asked.inPath("upload"),
                            asked.offset(),
                            asked.body()))));
  }

  private static Route removeUpload() {
    return customs(
        "DELETE",
        "/uploads/{upload}",
        "Deletes an upload, whole or not.",
        JSON,
        (at, asked) -> {
          at.border().uploads().remove(at.border().owner(asked), asked.inPath("upload"));
          return Reply.empty(204);
        });
  }

  private static Route order(BorderTask task) {
    return new Route(
        "POST",
        "/" + task.word(),
        task.summary(),
        task.params(),
        Route.Body.NONE,
        Role.CUSTOMS,
        Work.UPLOAD,
        document(
            task.verb(),
            JSON,
            (at, asked) -> {
              BorderCase its = at.border().order(at, task, asked);
              // What fails at once was taken nevertheless: its own address says what came of it.
              return reply(its, at.border().state(its))
                  .with("Location", Api.ROOT + "/" + task.word() + "/" + its.id());
            }));
  }

  private static Reply stateOf(ServedWorld at, BorderCase its) throws IOException {
    Border.State state = at.border().state(its);
    if (state.word() == Job.State.FAILED) {
      String[] said = state.detail().split("\nMaybe ", 2);
      throw new Api.ProblemFound(
          Problem.of(422, ProblemType.DOCUMENT_FAULTS, said[0], said.length > 1 ? said[1] : ""));
    }
    return reply(its, state);
  }

  private static Reply reply(BorderCase its, Border.State state) {
    return Reply.of(
            state.word() == Job.State.DONE ? 200 : 202, JSON, CanonicalJson.write(state.parts(its)))
        .with("Cache-Control", "no-store");
  }

  private static Route result(BorderTask task) {
    return customs(
        "GET",
        "/" + task.word() + "/{id}",
        "What came of it; until then how far it is (202).",
        JSON,
        (at, asked) -> {
          BorderCase its = at.border().get(at, task, asked);
          Path answer = at.border().answer(its);
          return Files.exists(answer) ? sent(answer, JSON) : stateOf(at, its);
        });
  }

  private static Reply sent(Path file, String type) {
    return Reply.streamed(type, LONGEST_DOWNLOAD, out -> Files.copy(file, out))
        .with("Cache-Control", "no-store");
  }

  private static Route events(BorderTask task) {
    return customs(
        "GET",
        "/" + task.word() + "/{id}/events",
        "How far it is, as it comes: a stream of events, which ends after a minute and resumes.",
        JobEvents.TYPE,
        (at, asked) ->
            JobEvents.stream(
                at.border().findJob(at.border().get(at, task, asked)), asked.lastEvent()));
  }

  private static Route part(BorderTask task) {
    return customs(
        "GET",
        "/" + task.word() + "/{id}/part.html",
        "The same as a part of a page, with the sums so far while it goes.",
        HTML,
        (at, asked) -> {
          Border border = at.border();
          BorderCase its = border.get(at, task, asked);
          Border.State state = border.state(its);
          return Reply.of(
                  200,
                  HTML,
                  BorderParts.result(
                      Messages.read(asked.language()),
                      Api.ROOT + "/" + task.word() + "/" + its.id(),
                      state.word().word(),
                      state.word().isOver(),
                      state.lines(),
                      state.detail(),
                      border.listFiles(its),
                      task.equals(BorderTasks.ASSESS),
                      border.part(its)))
              .with("Cache-Control", "no-store");
        });
  }

  private static Route file(BorderTask task) {
    return customs(
        "GET",
        "/" + task.word() + "/{id}/files/{file}",
        "One of the files that were written, whole.",
        CSV,
        (at, asked) -> {
          BorderCase its = at.border().get(at, task, asked);
          String name = asked.inPath("file");
          Optional<Path> file = at.border().findFile(its, name);
          Reply reply =
              sent(
                  file.orElseThrow(() ->
                      Problem.missing(
                          "it has no file " + name, "wait until it is done, and see its remarks")),
                  type(name));
          return name.endsWith(".html") ? Headers.onPageAlone(reply) : reply;
        });
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> HTML;
      case "parquet" -> PARQUET;
      default -> CSV;
    };
  }

  private static Route remove(BorderTask task) {
    return customs(
        "DELETE",
        "/" + task.word() + "/{id}",
        "Stops it, if it still goes, and deletes what came of it.",
        JSON,
        (at, asked) -> {
          at.border().remove(at.border().get(at, task, asked));
          return Reply.empty(204);
        });
  }

  private static Route line() {
    return ofLine(
        "/assessments/{id}/lines/{entry}",
        "Every step of an entry, as assess --explain has it.",
        JSON,
        (at, asked) ->
            Rendering.sent(Rendering.json(explained(at, asked))).with("Cache-Control", "no-store"));
  }

  private static Route linePart() {
    return ofLine(
        "/assessments/{id}/lines/{entry}/part.html",
        "The same as a part of a page.",
        HTML,
        (at, asked) ->
            Reply.of(200, HTML, BorderParts.line(explained(at, asked)))
                .with("Cache-Control", "no-store"));
  }

  private static Route ofLine(String path, String summary, String type, Route.Replying reply) {
    return new Route(
        "GET",
        path,
        summary,
        List.of(Param.count("line", 0, Long.MAX_VALUE, "Only this line of the entry.", 1)),
        Route.Body.NONE,
        Role.CUSTOMS,
        Work.STUDY,
        document("assess --explain", type, reply));
  }

  private static Answer explained(ServedWorld at, Asked asked) throws IOException {
    BorderCase its = at.border().get(at, BorderTasks.ASSESS, asked);
    String entry = asked.inPath("entry") + asked.word("line").map(line -> "/" + line).orElse("");
    try {
      return BorderTasks.explain(its, entry);
    } catch (IOException e) {
      if (BorderCase.isRefusal(e)) {
        throw its.refusal(e);
      }
      throw e;
    }
  }

  private static Route customs(
      String method, String path, String summary, String type, Route.Replying reply) {
    return new Route(
        method,
        path,
        summary,
        List.of(),
        Route.Body.NONE,
        Role.CUSTOMS,
        Work.FILE,
        document("", type, reply));
  }

  private static Route.Says document(String verb, String type, Route.Replying reply) {
    return new Route.Says.Document(verb, List.of(type), reply);
  }
}
