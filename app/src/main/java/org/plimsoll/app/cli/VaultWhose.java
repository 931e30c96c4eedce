package org.plimsoll.app.cli;

import java.time.InstantSource;
import java.util.Optional;
import org.plimsoll.app.vault.VaultView;
import org.plimsoll.vault.store.Vault;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose part of a vault is shown: the options of verbs that show all, or one participant's. */
final class VaultWhose {
  @Option(
      names = "--participant",
      paramLabel = "NAME",
      description = "Only what is this participant's; who asks as one sees no other.")
  private Optional<String> participant = Optional.empty();

  @Mixin private final VaultRole role = new VaultRole();

  Optional<String> participant() {
    return participant;
  }

  /** What the one who asks may see of a vault now. */
  VaultView view(Vault vault, InstantSource clock) {
    return VaultView.at(clock.instant(), vault.reader(), role.actor());
  }
}
