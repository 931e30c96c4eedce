package org.plimsoll.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.answer.AnswerJson;
import org.plimsoll.app.answer.AnswerText;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.answer.Workbook;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Session;
import org.plimsoll.app.session.WorldLoader;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.study.Progress;
import org.plimsoll.sources.pack.StampedWorld;

/**
 * A session, and the terminal that its answers go to.
 *
 * @param session the world and the project's folder
 * @param terminal where answers go
 */
record Console(Session session, Terminal terminal) {
  /** Exit code of a market without an answer. */
  private static final int NO_ANSWER = 1;

  /** Exit code of an answer that rests on a part of a file. */
  private static final int INCOMPLETE = 2;

  /** The same, of a session's parts. */
  Console(WorldLoader worlds, Path root, Terminal terminal) {
    this(new Session(worlds, root), terminal);
  }

  /**
   * What {@code work} gives, with its progress on a terminal that is watched.
   *
   * @param work is told whom to report to
   */
  <T> T watched(Function<Progress, T> work) {
    if (!terminal.isWatched()) {
      return work.apply(Progress.NONE);
    }
    ProgressLine line = new ProgressLine(terminal.err(), System::nanoTime);
    try {
      return work.apply(line);
    } finally {
      line.wipe();
    }
  }

  /**
   * The world in {@code folder}, or in the project's own.
   *
   * @throws Refusal if a row of it was refused
   */
  Evidence readWorld(Optional<Path> folder) {
    return openWorld(folder).evidence();
  }

  /** The same with its stamp. A world that is not the one that was built says so. */
  StampedWorld openWorld(Optional<Path> folder) {
    StampedWorld world = session.openWorld(folder);
    world
        .stamp()
        .findWarning()
        .ifPresent(warning -> aside(List.of("plimsoll: " + warning.replace("\n", "\n  "))));
    return world;
  }

  /**
   * Writes a text and says where; returns the exit code 0.
   *
   * @throws Refusal if the disk fails
   */
  int write(Output file, String text) {
    return say(file.write(text), terminal.out());
  }

  private static int say(Path file, PrintWriter where) {
    where.println("wrote " + file);
    where.flush();
    return 0;
  }

  /** Prints lines; returns the exit code 0. */
  int print(List<String> lines) {
    lines.forEach(terminal.out()::println);
    terminal.out().flush();
    return 0;
  }

  /** Says beside the answer, on standard error. */
  void aside(List<String> remarks) {
    remarks.forEach(terminal.err()::println);
    terminal.err().flush();
  }

  /** Prints a text as it is; returns the exit code 0. */
  int print(String text) {
    terminal.out().print(text);
    terminal.out().flush();
    return 0;
  }

  /** Says why a market has no answer; returns the exit code. */
  int fail(Outcome.Failure failure) {
    return fail("solve", failure);
  }

  /** The same of another verb. */
  int fail(String verb, Outcome.Failure failure) {
    String[] lines = failure.message().split("\n", -1);
    lines[0] = "plimsoll " + verb + ": " + lines[0];
    aside(List.of(String.join("\n  ", lines)));
    return NO_ANSWER;
  }

  /** Gives the answer in the forms that are asked for; returns the exit code. */
  int print(Answer answer, WorldOptions options, Evidence evidence) {
    return print(
        answer, options.answer(), () -> AnswerHtml.page(answer, evidence.datasets()).render());
  }

  /** The same of an answer that does not rest on a world. */
  int print(Answer answer, AnswerForms options) {
    return print(answer, options, () -> AnswerHtml.page(answer, List.of()).render());
  }

  /**
   * The same with a page of its own.
   *
   * @param page made only if it is asked for
   */
  int print(Answer answer, AnswerForms options, Supplier<String> page) {
    PrintWriter beside = options.asJson() ? terminal.err() : terminal.out();
    int code = options.asJson() ? 0 : sayFirst(answer);
    for (Table<?> table : answer.tables()) {
      options
          .csv(table.key() + ".csv")
          .ifPresent(file -> say(file.write(out -> csv(table, out)), beside));
    }
    options.xlsx().ifPresent(file -> say(file.write(Workbook.of(answer)), beside));
    options.page().ifPresent(file -> say(file.write(page.get()), beside));
    if (options.asJson()) {
      return print(answer, true);
    }
    if (!options.asFiles()) {
      print(text(answer));
    }
    return code;
  }

  private static void csv(Table<?> table, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    Grid.writeCsv(table, text);
    text.flush();
  }

  /** The same as text or as JSON alone. */
  int print(Answer answer, boolean asJson) {
    if (asJson) {
      AnswerJson.write(answer, terminal.out());
      terminal.out().flush();
      return answer.facts().containsKey(Answer.INCOMPLETE) ? INCOMPLETE : 0;
    }
    int code = sayFirst(answer);
    print(text(answer));
    return code;
  }

  /** Says before anything else that a file breaks off; returns the exit code. */
  private int sayFirst(Answer answer) {
    Optional<Cell> lacking = Optional.ofNullable(answer.facts().get(Answer.INCOMPLETE));
    lacking.ifPresent(said -> print(said.text() + "\n\n"));
    return lacking.isPresent() ? INCOMPLETE : 0;
  }

  /** An answer as a person reads it here. */
  String text(Answer answer) {
    return new AnswerText(terminal.width(), terminal.isColoured()).write(answer);
  }
}
