package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.app.world.BuildWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll world build}: raw data and hand-written rules into a pack. */
@Command(
    name = "build",
    description = {
      "Builds the world pack from raw public data and hand-written rules.",
      "Nothing is written if a row or a rule is wrong."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  plimsoll world build --from ../shared --hand world/hand --out world"})
final class WorldBuildVerb implements Callable<Integer> {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = "Folder with data/ and policy/ as docs/sources describes them.")
  private Path from = Path.of("");

  @Option(
      names = "--hand",
      paramLabel = "DIR",
      description = "Hand-written rules; default: world/hand of this project.")
  private Optional<Path> hand = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the pack goes; default: world/ of this project.")
  private Optional<Path> out = Optional.empty();

  @Mixin private final AnswerOptions options = new AnswerOptions();
  private final Console console;

  WorldBuildVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path world = console.session().world(out);
    Path rules = hand.orElse(console.session().world(Optional.empty()).resolve("hand"));
    return console.print(new BuildWorld(from, rules, world).run(), options);
  }
}
