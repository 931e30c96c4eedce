package org.plimsoll.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll vault}: the verbs about a pooled stockpile. */
@Command(
    name = "vault",
    description = "The ledger of a pooled stockpile: who holds, owes and may draw what.",
    commandListHeading = "%nVerbs:%n",
    footerHeading = "%nRoles:%n",
    footer = {
      "  operator           posts everything, keeps backups and restores them (the default)",
      "  participant:NAME   commits, draws, transfers, buys back, voids, for itself; sees its own",
      "  auditor            sees and verifies everything, posts nothing",
      "",
      "The guide: docs/guides/operate-a-vault.md"
    })
final class VaultCommand {
  @Mixin final HelpOption help = new HelpOption();
}
