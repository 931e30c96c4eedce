package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plimsoll.app.session.Refusal;
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
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  @Option(names = "--head", paramLabel = "HASH", description = "A hash that was printed before.")
  private Optional<String> kept = Optional.empty();

  @Option(
      names = "--backup",
      paramLabel = "DIR",
      description = "A backup, whose last row must be there.")
  private Optional<Path> backup = Optional.empty();

  @Mixin private final VaultRole role = new VaultRole();
  @Mixin private final VaultPlace place = new VaultPlace();

  VaultVerifyVerb(Console console) {
    super(console);
  }

  /** Refuses a number or part of a hash, by which a sound vault would seem cut off. */
  private static void requireHash(String text) {
    if (!HASH.matcher(text).matches()) {
      throw Refusal.of(
          "--head is '" + text + "', which is not a hash",
          "write the 64 hexadecimal digits that verify or backup printed, not the row's number");
    }
  }

  @Override
  public Integer call() {
    Actor actor = role.actor();
    Refusal.requireUse("--head", kept.isEmpty() || backup.isEmpty(), "beside --backup");
    kept.ifPresent(VaultVerifyVerb::requireHash);
    Optional<String> end = kept.or(() -> backup.map(folder -> new Backup(folder).head().hash()));
    return place.with(database -> {
      try (Vault vault = Vault.open(database, InstantSource.system())) {
        Verification verification = vault.reader().verify(actor, end);
        console.print(verification.findings());
        console.print(
            "%s up to row %d, hash %s\n"
                .formatted(
                    verification.isSound() ? "sound" : "UNSOUND; follows",
                    verification.head().number(),
                    verification.head().hash()));
        return verification.isSound() ? 0 : UNSOUND;
      }
    });
  }
}
