package org.plimsoll.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.market.Outcome;
import org.plimsoll.sources.pack.StampedWorld;

/**
 * What every verb needs: the world, and somewhere to answer.
 *
 * @param worlds reads world packs
 * @param root folder that holds {@code world/}
 * @param terminal where answers go
 */
record Session(WorldLoader worlds, Path root, Terminal terminal) {
  /** Exit code of a market without an answer. */
  private static final int NO_ANSWER = 1;

  /** The file that every pack has, written last. */
  private static final String MANIFEST = "manifest.json";

  /**
   * The world in {@code folder}, or in the project's own.
   *
   * @throws Refusal if a row of it was refused: an answer from a part of the world is none
   */
  Evidence readWorld(Optional<Path> folder) {
    return openWorld(folder).evidence();
  }

  /** The same with its stamp. A world that is not the one that was built says so. */
  StampedWorld openWorld(Optional<Path> folder) {
    Path world = folder.orElse(root.resolve("world"));
    Loaded<StampedWorld> loaded = worlds.load(world);
    if (loaded.hasErrors() && !Files.exists(world.resolve(MANIFEST))) {
      throw Refusal.of(
          "there is no world pack in " + world + ": it has no " + MANIFEST,
          "name its folder with --world");
    }
    if (loaded.hasErrors()) {
      throw Refusal.ofIssues("the world in " + world, loaded.issues());
    }
    loaded.value().stamp().findWarning().ifPresent(this::warn);
    return loaded.value();
  }

  /** Says on standard error what an answer should be read with. */
  private void warn(String warning) {
    terminal.err().println("plimsoll: " + warning.replace("\n", "\n  "));
    terminal.err().flush();
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
    return print(asJson ? AnswerJson.write(answer) : new AnswerText(terminal).write(answer));
  }
}
