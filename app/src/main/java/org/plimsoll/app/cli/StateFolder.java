package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a server keeps what outlives it. */
final class StateFolder {
  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = {
        "Folder of tokens, plans and uploads; default: $XDG_STATE_HOME/plimsoll, or",
        "~/.local/state/plimsoll."
      })
  private Optional<Path> folder = Optional.empty();

  Path folder() {
    return folder.orElseGet(StateFolder::usual);
  }

  private static Path usual() {
    return Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
        .resolve("plimsoll");
  }
}
