package org.plimsoll.app.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.vault.VaultLots;
import org.plimsoll.vault.store.Vault;
import org.plimsoll.vault.store.VaultReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll vault lots}. */
@Command(
    name = "lots",
    description = {
      "Every lot in store or with a processor: where, how much, assay, origin, custody, last day.",
      "Of a participant: the lots that it took from or brought."
    },
    footer = {
      "  plimsoll vault lots --vault my-vault",
      "  plimsoll vault lots --participant acme --csv out"
    })
final class VaultLotsVerb extends VaultShowVerb {
  @Mixin private final VaultClock clock = new VaultClock();

  VaultLotsVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    InstantSource source = clock.source();
    LocalDate today = source.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return place.with(database -> {
      try (Vault vault = Vault.open(database, source)) {
        VaultReader reader = vault.reader();
        Answer answer =
            whose
                .known(reader)
                .map(name ->
                    VaultLots.of(
                        name, reader.journalOf(whose.actor(), name), reader::findLot, today))
                .orElseGet(
                    () -> VaultLots.answer(reader.hold(whose.actor(), Optional.empty()), today));
        return show(
            answer,
            "Where they are, what they are, and until when they are fit",
            reader::head,
            today,
            List.of());
      }
    });
  }
}
