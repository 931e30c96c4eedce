package org.plimsoll.app.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.provenance.Issue;

/**
 * Input that cannot be answered: what is wrong, what to try, and the places in a file where it has
 * faults. Ends a verb with exit code 2; a server answers it as a problem.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 10;

  private final String problem;
  private final String wayOut;
  private final transient List<Issue> issues;

  private Refusal(String message, String problem, String wayOut, List<Issue> issues) {
    super(message);
    this.problem = problem;
    this.wayOut = wayOut;
    this.issues = List.copyOf(issues);
  }

  /**
   * One problem.
   *
   * @param problem names the thing and its value
   * @param wayOut what to try, read after "Maybe"; empty for none
   */
  public static Refusal of(String problem, String wayOut) {
    String message = problem + (wayOut.isEmpty() ? "" : "\nMaybe " + wayOut);
    return new Refusal(message, problem, wayOut, List.of());
  }

  /** A message of one problem, whose way out stands after "Maybe" in a line of its own. */
  public static Refusal ofMessage(IllegalArgumentException why) {
    String message = String.valueOf(why.getMessage());
    int maybe = message.indexOf("\nMaybe ");
    return maybe < 0
        ? of(message, "")
        : of(message.substring(0, maybe), message.substring(maybe + "\nMaybe ".length()));
  }

  /** A file that cannot be read. */
  public static Refusal ofFile(Object file, Exception why) {
    return of(
        "cannot read " + file + ": " + reason(why),
        why instanceof CharacterCodingException
            ? "convert it: iconv -f cp1252 -t utf-8"
            : "check its name");
  }

  /** A file that is not to be had, or a disk that fails, in the midst of the work. */
  public static Refusal ofDisk(IOException why) {
    return why instanceof FileSystemException at
        ? ofDisk(String.valueOf(at.getFile()), why)
        : of("cannot go on: " + reason(why), "see to the disk, and run the same line again");
  }

  /** The same, where the file is known. */
  public static Refusal ofDisk(Object file, IOException why) {
    return of(
        "cannot go on: %s: %s".formatted(file, reason(why)),
        "see to that file or its disk, and run the same line again");
  }

  /** What was wrapped, where a lambda may throw nothing else. */
  public static IOException cause(UncheckedIOException wrapped) {
    @Nullable IOException cause = wrapped.getCause();
    return cause == null ? new IOException(wrapped.getMessage(), wrapped) : cause;
  }

  /** In words: most of these exceptions say no more than the name of the file. */
  static String reason(Exception why) {
    return switch (why) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "it is not open to you";
      case FileAlreadyExistsException _ -> "a file of that name is in the way";
      case NotDirectoryException _ -> "it is no folder";
      case CharacterCodingException _ -> "it is not UTF-8";
      case FileSystemException at when at.getReason() != null -> String.valueOf(at.getReason());
      case FileSystemException at -> at.getClass().getSimpleName();
      default -> String.valueOf(why.getMessage());
    };
  }

  /**
   * Refuses an option that would be passed over in silence.
   *
   * @param isOfUse whether it changes the answer, or was not given
   * @param beside read after "has no meaning"
   */
  public static void requireUse(String option, boolean isOfUse, String beside) {
    if (!isOfUse) {
      throw of(option + " has no meaning " + beside, "leave it out");
    }
  }

  /** Files with rows that were refused: the first few, and how many there are. */
  public static Refusal ofIssues(String what, List<Issue> issues) {
    List<Issue> errors = issues.stream().filter(Issue::isError).toList();
    String problem =
        what + (errors.size() == 1 ? " has 1 error" : " has %d errors".formatted(errors.size()));
    StringBuilder text = new StringBuilder(problem);
    for (Issue issue : errors.subList(0, Math.min(SHOWN, errors.size()))) {
      text.append('\n').append(issue);
    }
    if (errors.size() > SHOWN) {
      text.append("\nand ").append(errors.size() - SHOWN).append(" more");
    }
    return new Refusal(text.toString(), problem, "", errors);
  }

  /** What is wrong, naming the thing and its value. */
  public String problem() {
    return problem;
  }

  /** What to try; empty if nothing is known. */
  public String wayOut() {
    return wayOut;
  }

  /** Faults of a file with their places; empty if it is none of a file. */
  public List<Issue> issues() {
    return issues;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
