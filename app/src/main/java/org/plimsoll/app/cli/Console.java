package org.plimsoll.app.cli;

import java.nio.file.Path;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerJson;
import org.plimsoll.app.answer.AnswerText;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Session;
import org.plimsoll.app.session.WorldLoader;
import org.plimsoll.planner.market.answer.Outcome;

/**
 * A session, and the terminal that its answers go to.
 *
 * @param session the world and the project's folder
 * @param terminal where answers go
 */
record Console(Session session, Terminal terminal) {
  /** Exit code of a market without an answer. */
  private static final int NO_ANSWER = 1;

  /** The same, of a session's parts. */
  Console(WorldLoader worlds, Path root, Terminal terminal) {
    this(new Session(worlds, root), terminal);
  }

  /**
   * Writes a text and says where; returns the exit code 0.
   *
   * @throws Refusal if the disk fails
   */
  int write(Output file, String text) {
    terminal.out().println("wrote " + file.write(text));
    terminal.out().flush();
    return 0;
  }

  /** Prints a text as it is; returns the exit code 0. */
  int print(String text) {
    terminal.out().print(text);
    terminal.out().flush();
    return 0;
  }

  /** Says why a market has no answer; returns the exit code. */
  int fail(Outcome.Failure failure) {
    String[] lines = failure.message().split("\n", -1);
    terminal.err().println("plimsoll solve: " + lines[0]);
    for (int i = 1; i < lines.length; i++) {
      terminal.err().println("  " + lines[i]);
    }
    terminal.err().flush();
    return NO_ANSWER;
  }

  /** Prints the answer as text or as JSON; returns the exit code 0. */
  int print(Answer answer, boolean asJson) {
    AnswerText text = new AnswerText(terminal.isInteractive(), terminal.isColoured());
    return print(asJson ? AnswerJson.write(answer) : text.write(answer));
  }
}
