package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that every question to the world has. */
final class WorldOptions {
  @Option(
      names = "--world",
      paramLabel = "DIR",
      description = "The world pack to read; default: world/ of this project.")
  private Optional<Path> world = Optional.empty();

  @Mixin final AnswerOptions answer = new AnswerOptions();

  AnswerOptions answer() {
    return answer;
  }

  boolean asJson() {
    return answer.asJson();
  }

  Optional<Path> world() {
    return world;
  }
}
