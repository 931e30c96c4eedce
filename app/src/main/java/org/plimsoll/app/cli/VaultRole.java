package org.plimsoll.app.cli;

import org.plimsoll.vault.ledger.Actor;
import picocli.CommandLine.Option;

/** Who asks: the option of all verbs of a vault that book or show. */
final class VaultRole {
  @Option(
      names = "--as",
      paramLabel = "ROLE",
      defaultValue = "operator",
      description = "operator, participant:NAME or auditor; default: ${DEFAULT-VALUE}.")
  private String role = "operator";

  Actor actor() {
    return Actor.parse(role);
  }
}
