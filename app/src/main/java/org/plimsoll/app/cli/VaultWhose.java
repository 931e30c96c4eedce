package org.plimsoll.app.cli;

import java.util.Optional;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Role;
import org.plimsoll.vault.store.VaultReader;
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

  Actor actor() {
    return role.actor();
  }

  private Optional<String> participant() {
    Actor actor = actor();
    return participant.or(
        () -> actor.role() == Role.PARTICIPANT ? Optional.of(actor.name()) : Optional.empty());
  }

  /**
   * The participant, if it is about one.
   *
   * @throws Refusal if the journal has nothing of it
   */
  Optional<String> known(VaultReader reader) {
    Optional<String> one = participant();
    if (one.isPresent() && !reader.knows(actor(), one.get())) {
      throw Refusal.of("the journal has nothing of '" + one.get() + "'", "compare the name");
    }
    return one;
  }
}
