package org.plimsoll.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.plimsoll.app.compose.Composition;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.pack.StampedWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll world check}: whether the pack is whole, balances, and how well it is known. */
@Command(
    name = "check",
    description = {
      "Whether the world pack is the one that was built, balances, and how well it is known.",
      "Exit code 1 if a table was changed, a row is refused or a balance fails."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll world check",
      "  plimsoll world check --changes 50",
      "  plimsoll world check --world /tmp/mine --json",
      "",
      "Grades, tiers and what balancing does: docs/method/reconciliation.md"
    })
final class WorldCheckVerb implements Callable<Integer> {
  /** Exit code of a world that is not what it should be. */
  static final int FAULTY = 1;

  @Option(
      names = "--changes",
      paramLabel = "N",
      defaultValue = "15",
      description = "How many of the largest changes that balancing made; default: 15.")
  private int changes;

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Session session;

  WorldCheckVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (changes < 0) {
      throw Refusal.of("--changes is " + changes, "write 0 or more");
    }
    Path world = options.world().orElse(session.root().resolve("world"));
    if (!Files.exists(world.resolve("manifest.json"))) {
      throw Refusal.of(
          "there is no world pack in " + world + ": it has no manifest.json",
          "name its folder with --world");
    }
    List<Issue> faults = new ArrayList<>(Composition.verifyWorld(world));
    Loaded<StampedWorld> loaded = session.worlds().load(world);
    loaded.issues().stream().filter(Issue::isError).forEach(faults::add);
    WorldCheck check = new WorldCheck(loaded.value().evidence(), faults);
    session.print(check.answer(changes), options.asJson());
    return check.isSound() ? 0 : FAULTY;
  }
}
