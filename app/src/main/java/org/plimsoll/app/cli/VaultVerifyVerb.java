package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.vault.VaultProof;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.store.Backup;
import org.plimsoll.vault.store.Vault;
import org.plimsoll.vault.store.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll vault verify}. */
@Command(
    name = "verify",
    description = {
      "Judges the whole journal again and compares rows, hashes and balances.",
      "Prints the number and the hash of the last row, to be kept elsewhere: with --head, or",
      "with a backup, it is seen whether the end of the journal was cut off. Exit code 1 if",
      "anything differs. For the operator and for auditors."
    },
    footer = {
      "  plimsoll vault verify --vault my-vault",
      "  plimsoll vault verify --vault my-vault --backup my-backup",
      "  plimsoll vault verify --vault my-vault --head 03ab…"
    })
final class VaultVerifyVerb extends ConsoleVerb {
  private static final int UNSOUND = 1;

  @Option(names = "--head", paramLabel = "HASH", description = "A hash that was printed before.")
  private Optional<String> kept = Optional.empty();

  @Option(
      names = "--backup",
      paramLabel = "DIR",
      description = "A backup, whose last row must be there.")
  private Optional<Path> backup = Optional.empty();

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean asJson;

  @Mixin private final VaultRole role = new VaultRole();
  @Mixin private final VaultPlace place = new VaultPlace();

  VaultVerifyVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Actor actor = role.actor();
    Refusal.requireUse("--head", kept.isEmpty() || backup.isEmpty(), "beside --backup");
    kept.ifPresent(VaultProof::requireHash);
    Optional<String> end = kept.or(() -> backup.map(folder -> new Backup(folder).head().hash()));
    return place.with(database -> {
      try (Vault vault = Vault.open(database, InstantSource.system())) {
        Verification verification = vault.reader().verify(actor, end);
        if (asJson) {
          console.print(VaultProof.answer(verification), true);
        } else {
          console.print(verification.findings());
          console.print(VaultProof.line(verification) + "\n");
        }
        return verification.isSound() ? 0 : UNSOUND;
      }
    });
  }
}
