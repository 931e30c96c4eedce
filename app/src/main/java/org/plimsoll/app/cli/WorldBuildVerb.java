package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.world.BuildWorld;
import org.plimsoll.app.world.MeasureTrade;
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
      "edited in the pack, and the tables that are copied from the rules. Figures stay.",
      "With --raw flows are measured anew by a whole year of BACI, or of UN Comtrade's bulk",
      "download, in a folder with CEPII's country codes; output, use and prices stay."
    },
    footer = {
      "  plimsoll world build --from ../shared --hand world/hand --out world",
      "  plimsoll world build --registers",
      "  plimsoll world build --raw BACI_HS17_V202601 --out my-world",
      "  plimsoll world build --raw comtrade-2024 --out my-world"
    })
final class WorldBuildVerb extends ConsoleVerb {
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
      names = "--raw",
      paramLabel = "DIR",
      description = "Folder with a year of BACI or UN Comtrade, and CEPII's country codes.")
  private Optional<Path> raw = Optional.empty();

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

  WorldBuildVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (Stream.of(registers, from.isPresent(), raw.isPresent()).filter(is -> is).count() != 1) {
      throw Refusal.of(
          "it is not said what the world is built from",
          "write one of --from DIR, --raw DIR and --registers");
    }
    Path world = console.session().world(out);
    Path usual = console.session().world(Optional.empty());
    Path rules = hand.orElse((registers ? world : usual).resolve("hand"));
    if (raw.isPresent()) {
      return console.print(new MeasureTrade(raw.get(), rules, usual, world).run(), options);
    }
    return console.print(
        registers
            ? new StampRegisters(rules, world).run()
            : new BuildWorld(from.orElseThrow(), rules, world).run(),
        options);
  }
}
