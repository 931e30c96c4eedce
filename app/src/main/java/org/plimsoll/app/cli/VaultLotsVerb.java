package org.plimsoll.app.cli;

import java.time.InstantSource;
import org.plimsoll.vault.store.Vault;
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
    return place.with(database -> {
      try (Vault vault = Vault.open(database, source)) {
        return show(whose.view(vault, source).lots(whose.participant()));
      }
    });
  }
}
