package org.plimsoll.app.cli;

import java.nio.file.NoSuchFileException;
import java.util.List;
import org.plimsoll.model.provenance.Issue;

/** Input that a verb cannot answer; ends the run with exit code 2. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 10;

  private Refusal(String message) {
    super(message);
  }

  /**
   * One problem.
   *
   * @param problem names the thing and its value
   * @param wayOut what to try, read after "Maybe"; empty for none
   */
  static Refusal of(String problem, String wayOut) {
    return new Refusal(problem + (wayOut.isEmpty() ? "" : "\nMaybe " + wayOut));
  }

  /** A file that cannot be read. */
  static Refusal ofFile(Object file, Exception why) {
    String reason = why instanceof NoSuchFileException ? "there is no such file" : why.getMessage();
    return of("cannot read " + file + ": " + reason, "check its name");
  }

  /** Files with rows that were refused: the first few, and how many there are. */
  static Refusal ofIssues(String what, List<Issue> issues) {
    List<Issue> errors = issues.stream().filter(Issue::isError).toList();
    StringBuilder text = new StringBuilder(what);
    text.append(errors.size() == 1 ? " has 1 error" : " has %d errors".formatted(errors.size()));
    for (Issue issue : errors.subList(0, Math.min(SHOWN, errors.size()))) {
      text.append('\n').append(issue);
    }
    if (errors.size() > SHOWN) {
      text.append("\nand ").append(errors.size() - SHOWN).append(" more");
    }
    return new Refusal(text.toString());
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
