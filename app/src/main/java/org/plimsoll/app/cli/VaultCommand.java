package org.plimsoll.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll vault}: the verbs about a pooled stockpile. */
@Command(
    name = "vault",
    description = "The ledger of a pooled stockpile: who holds, owes and may draw what.",
    commandListHeading = "%nVerbs:%n")
final class VaultCommand {
  @Mixin final HelpOption help = new HelpOption();
}
