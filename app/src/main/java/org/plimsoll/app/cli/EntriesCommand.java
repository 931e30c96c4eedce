package org.plimsoll.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll entries}: the verbs about files of entries. */
@Command(
    name = "entries",
    description = "Customs entries: files to try things on.",
    commandListHeading = "%nVerbs:%n")
final class EntriesCommand {
  @Mixin final HelpOption help = new HelpOption();
}
