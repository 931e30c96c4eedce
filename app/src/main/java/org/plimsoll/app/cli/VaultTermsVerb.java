package org.plimsoll.app.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.vault.VaultView;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll vault terms}. */
@Command(
    name = "terms",
    description = {
      "Prints the terms in force on a day, as init and amend read them.",
      "Remarks say which other versions there are. Anybody may see them."
    },
    footer = {
      "  plimsoll vault terms --vault my-vault > terms.txt",
      "  plimsoll vault terms --vault my-vault --on 2027-01-01"
    })
final class VaultTermsVerb extends ConsoleVerb {
  @Option(names = "--on", paramLabel = "DAY", description = "Default: today, in UTC.")
  private Optional<String> day = Optional.empty();

  @Mixin private final VaultPlace place = new VaultPlace();

  VaultTermsVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    InstantSource clock = InstantSource.system();
    Optional<LocalDate> on = day.map(text -> OptionWords.day("--on", text));
    return place.with(database -> {
      try (Vault vault = Vault.open(database, clock)) {
        return console.print(
            VaultView.at(clock.instant(), vault.reader(), Actor.OPERATOR).terms(on));
      }
    });
  }
}
