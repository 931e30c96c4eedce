package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.vault.VaultAnswers;
import org.plimsoll.app.vault.VaultEvents;
import org.plimsoll.app.vault.VaultEvents.Line;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Catalogue;
import org.plimsoll.vault.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll vault post FILE}. */
@Command(
    name = "post",
    description = {
      "Books the events of a file, JSON lines or CSV by its name.",
      "Each is answered with a line: id, status, time of posting, hash. Posting a file again",
      "changes nothing. Exit code 1 if an event was refused."
    },
    footer = {
      "  plimsoll vault post events.csv --vault my-vault",
      "  plimsoll vault post mine.jsonl --vault my-vault --as participant:acme",
      "",
      "Verbs, columns and statuses: docs/guides/operate-a-vault.md"
    })
final class VaultPostVerb extends ConsoleVerb {
  @Parameters(paramLabel = "FILE", description = "Events: .csv, or .jsonl with an object a line.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Answers as JSON, an object a line.")
  private boolean asJson;

  @Mixin private final VaultRole role = new VaultRole();
  @Mixin private final VaultClock clock = new VaultClock();
  @Mixin private final VaultWorld world = new VaultWorld();
  @Mixin private final VaultPlace place = new VaultPlace();

  VaultPostVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Actor actor = role.actor();
    List<Line> lines;
    try {
      lines = VaultEvents.read(file);
    } catch (IOException e) {
      throw Refusal.ofFile(file, e);
    }
    Catalogue catalogue =
        world.catalogue(console, lines.stream().flatMap(line -> line.event().stream()).toList());
    return place.with(database -> {
      try (Vault vault = Vault.open(database, clock.source(), catalogue)) {
        VaultAnswers answers =
            new VaultAnswers(console.terminal().out(), console.terminal().err(), asJson);
        answers.post(vault, actor, lines);
        return answers.exitCode();
      }
    });
  }
}
