package org.plimsoll.app.cli;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Posted;
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

  /** The participant, if it is about one. */
  Optional<String> participant() {
    Actor actor = actor();
    return participant.or(
        () -> actor.role() == Role.PARTICIPANT ? Optional.of(actor.name()) : Optional.empty());
  }

  /**
   * A participant's part of the journal.
   *
   * @throws Refusal if the journal has nothing of it
   */
  List<Posted> journal(VaultReader reader, String name) {
    List<Posted> journal = reader.journalOf(actor(), name);
    if (journal.isEmpty()) {
      throw Refusal.of("the journal has nothing of '" + name + "'", "compare the name");
    }
    return journal;
  }
}
