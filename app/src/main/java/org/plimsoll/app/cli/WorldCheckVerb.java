package org.plimsoll.app.cli;

import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.world.WorldCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll world check}: whether the pack is whole, balances, and how well it is known. */
@Command(
    name = "check",
    description = {
      "Whether the world pack is the one that was built, balances, and how well it is known.",
      "Exit code 1 if a table was changed, a row is refused or a balance fails."
    },
    footer = {
      "  plimsoll world check",
      "  plimsoll world check --changes 50",
      "  plimsoll world check --world /tmp/mine --json",
      "",
      "Grades, tiers and what balancing does: docs/method/reconciliation.md"
    })
final class WorldCheckVerb extends WorldVerb {
  /** Exit code of a world that is not what it should be. */
  static final int FAULTY = 1;

  @Option(
      names = "--changes",
      paramLabel = "N",
      defaultValue = "15",
      description = "How many of the largest changes that balancing made; default: 15.")
  private int changes;

  WorldCheckVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (changes < 0) {
      throw Refusal.of("--changes is " + changes, "write 0 or more");
    }
    WorldCheck check = WorldCheck.of(console.session(), console.session().world(options.world()));
    console.print(check.answer(changes), options.answer());
    return check.isSound() ? 0 : FAULTY;
  }
}
