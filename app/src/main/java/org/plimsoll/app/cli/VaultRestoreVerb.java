package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.store.Backup;
import org.plimsoll.vault.store.Restoring;
import org.plimsoll.vault.store.Vault;
import org.plimsoll.vault.store.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll vault restore}. */
@Command(
    name = "restore",
    description = {
      "Makes a vault from a backup, up to its end or to a moment.",
      "Every row is judged again and must get the hash that it had; then the whole is verified.",
      "There is the whole vault, or none. For the operator."
    },
    footer = {
      "  plimsoll vault restore my-backup --vault new-vault",
      "  plimsoll vault restore my-backup --vault new-vault --until 2026-08-14T12:00:00Z",
      "",
      "The guide: docs/guides/restore-after-a-disaster.md"
    })
final class VaultRestoreVerb extends ConsoleVerb {
  @Parameters(paramLabel = "DIR", description = "The folder of the backup.")
  private Path folder = Path.of("");

  @Option(
      names = "--until",
      paramLabel = "MOMENT",
      description = "Leaves out what is later, by the time of the rows in UTC.")
  private Optional<String> until = Optional.empty();

  @Mixin private final VaultRole role = new VaultRole();
  @Mixin private final VaultPlace place = new VaultPlace();

  VaultRestoreVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Actor actor = role.actor();
    // Before the folder's database is started, which makes the folder.
    Backup.checkOperator(actor, "restore a vault");
    Optional<Instant> moment = until.map(text -> VaultClock.moment("--until", text));
    Backup backup = new Backup(folder);
    backup.head();
    return place.make(database -> {
      Head head = Restoring.restore(actor, database, backup, moment);
      try (Vault vault = Vault.open(database, InstantSource.system())) {
        Verification verification = vault.reader().verify(actor, Optional.of(head.hash()));
        console.print(verification.findings());
        console.print(
            "restored up to row %d of %s, hash %s: %s\n"
                .formatted(
                    head.number(),
                    head.at(),
                    head.hash(),
                    verification.isSound() ? "sound" : "UNSOUND"));
        return verification.isSound() ? 0 : 1;
      }
    });
  }
}
