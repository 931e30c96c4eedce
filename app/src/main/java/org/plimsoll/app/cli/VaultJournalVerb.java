package org.plimsoll.app.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.vault.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll vault journal}. */
@Command(
    name = "journal",
    description = {
      "The rows of the journal: when, who, what, and for programs every transfer and hash.",
      "Of a participant: the rows that touch its accounts."
    },
    footer = {
      "  plimsoll vault journal --from 2026-11-01 --until 2026-11-30",
      "  plimsoll vault journal --participant acme --csv out",
      "  plimsoll vault journal --json"
    })
final class VaultJournalVerb extends VaultShowVerb {
  @Option(names = "--from", paramLabel = "DAY", description = "First day, in UTC; default: all.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--until", paramLabel = "DAY", description = "Last day, in UTC; default: all.")
  private Optional<String> until = Optional.empty();

  VaultJournalVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Optional<LocalDate> first = from.map(text -> OptionWords.day("--from", text));
    Optional<LocalDate> last = until.map(text -> OptionWords.day("--until", text));
    InstantSource clock = InstantSource.system();
    return place.with(database -> {
      try (Vault vault = Vault.open(database, clock)) {
        return show(whose.view(vault, clock).journal(whose.participant(), first, last));
      }
    });
  }
}
