package org.plimsoll.app.cli;

import java.nio.file.Path;
import org.plimsoll.app.session.Output;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plimsoll vault backup}. */
@Command(
    name = "backup",
    description = {
      "Adds to a folder, as text, what of the journal it has not yet.",
      "Prints the end of the chain. Refused, if the journal lacks what the folder has: then its",
      "end was cut off. For the operator."
    },
    footer = {
      "  plimsoll vault backup my-backup --vault my-vault",
      "",
      "The guide: docs/guides/restore-after-a-disaster.md"
    })
final class VaultBackupVerb extends ConsoleVerb {
  @Parameters(paramLabel = "DIR", description = "The folder; made if it is not there.")
  private Path folder = Path.of("");

  @Mixin private final VaultRole role = new VaultRole();
  @Mixin private final VaultPlace place = new VaultPlace();

  VaultBackupVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Actor actor = role.actor();
    Output.folder("the backup", folder);
    return place.with(database -> {
      Head head = new Backup(folder).take(actor, database);
      return console.print("kept up to row %d, hash %s\n".formatted(head.number(), head.hash()));
    });
  }
}
