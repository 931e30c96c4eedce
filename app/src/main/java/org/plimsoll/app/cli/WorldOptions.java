package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that every question to the world has. */
final class WorldOptions {
  @Option(
      names = "--json",
      description = "Answer as JSON, with every figure whole and every row's source.")
  private boolean json;

  @Option(
      names = "--world",
      paramLabel = "DIR",
      description = "The world pack to read; default: world/ of this project.")
  private Optional<Path> world = Optional.empty();

  @Mixin final HelpOption help = new HelpOption();

  boolean asJson() {
    return json;
  }

  Optional<Path> world() {
    return world;
  }
}
