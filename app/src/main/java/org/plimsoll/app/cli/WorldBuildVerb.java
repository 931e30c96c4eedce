package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.world.BuildWorld;
import org.plimsoll.app.world.StampRegisters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll world build}: raw data and hand-written rules into a pack. */
@Command(
    name = "build",
    description = {
      "Builds the world pack from raw public data and hand-written rules.",
      "Nothing is written if a row or a rule is wrong.",
      "With --registers only what people may change is stamped anew: the registers, which are",
      "edited in the pack, and the tables that are copied from the rules. Figures stay."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll world build --from ../shared --hand world/hand --out world",
      "  plimsoll world build --registers"
    })
final class WorldBuildVerb implements Callable<Integer> {
  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Folder with data/ and policy/ as docs/sources describes them.")
  private Optional<Path> from = Optional.empty();

  @Option(
      names = "--registers",
      description = "Stamp registers and tables by hand anew; no figure is built again.")
  private boolean registers;

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
    if (registers == from.isPresent()) {
      throw Refusal.of(
          registers ? "--registers reads no raw data, but --from is given" : "--from is missing",
          "write one of --from DIR and --registers");
    }
    Path world = console.session().world(out);
    Path rules =
        hand.orElse(
            (registers ? world : console.session().world(Optional.empty())).resolve("hand"));
    return console.print(
        registers
            ? new StampRegisters(rules, world).run()
            : new BuildWorld(from.get(), rules, world).run(),
        options);
  }
}
