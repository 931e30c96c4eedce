package org.plimsoll.app.server;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.provenance.Issue;

/**
 * Why there is no answer, as RFC 9457 has it.
 *
 * @param status of HTTP
 * @param type what kind of thing is wrong
 * @param detail what was wrong this time
 * @param maybe what to try; empty if nothing is known
 * @param issues faults of a document, with their places
 * @param more further members, of this type alone
 */
record Problem(
    int status,
    ProblemType type,
    String detail,
    String maybe,
    List<Issue> issues,
    SortedMap<String, String> more) {
  private static final String MEDIA_TYPE = "application/problem+json";

  Problem {
    issues = List.copyOf(issues);
    more = Collections.unmodifiableSortedMap(new TreeMap<>(more));
  }

  static Problem of(int status, ProblemType type, String detail, String maybe) {
    return new Problem(status, type, detail, maybe, List.of(), Collections.emptySortedMap());
  }

  /** The same with a further member. */
  Problem with(String key, String value) {
    SortedMap<String, String> all = new TreeMap<>(more);
    all.put(key, value);
    return new Problem(status, type, detail, maybe, issues, all);
  }

  /** Nothing is there, or nothing that the token may know of. */
  static Api.ProblemFound missing(String detail, String maybe) {
    return new Api.ProblemFound(of(404, ProblemType.NO_SUCH_THING, detail, maybe));
  }

  /** A parameter that cannot be. */
  static Problem ofParameter(Refusal refusal) {
    return ofRefusal(400, ProblemType.BAD_PARAMETER, refusal);
  }

  /** A document that cannot be answered. */
  static Problem ofDocument(Refusal refusal) {
    return ofRefusal(422, ProblemType.DOCUMENT_FAULTS, refusal);
  }

  private static Problem ofRefusal(int status, ProblemType type, Refusal refusal) {
    return new Problem(
        status,
        type,
        withoutDashes(refusal.problem()),
        withoutDashes(refusal.wayOut()),
        refusal.issues(),
        Collections.emptySortedMap());
  }

  /** Options of the command line are parameters here: {@code --as-of} is {@code as-of}. */
  private static String withoutDashes(String text) {
    return text.replaceAll("(?<![\\w-])--(?=[a-z])", "");
  }

  /** What it is, the same for all of its type. */
  String title() {
    return type.title();
  }

  Reply reply(String instance) {
    Map<String, Object> all = new TreeMap<>(more);
    all.put("type", "/problems/" + type.word());
    all.put("title", type.title());
    all.put("status", status);
    all.put("detail", detail);
    all.put("instance", instance);
    if (!maybe.isEmpty()) {
      all.put("maybe", maybe);
    }
    if (!issues.isEmpty()) {
      all.put("errors", issues.stream().map(Problem::error).toList());
    }
    return Reply.of(status, MEDIA_TYPE, CanonicalJson.write(all)).with("Cache-Control", "no-store");
  }

  private static Map<String, Object> error(Issue issue) {
    Map<String, Object> error = new TreeMap<>();
    error.put("line", issue.place().line());
    error.put("column", issue.place().column());
    error.put("problem", issue.problem());
    if (!issue.wayOut().isEmpty()) {
      error.put("maybe", issue.wayOut());
    }
    return error;
  }
}
