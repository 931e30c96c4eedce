package org.plimsoll.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll world}: the verbs about the world pack. */
@Command(
    name = "world",
    description = "The world pack: facts and figures with their sources.",
    commandListHeading = "%nVerbs:%n")
final class WorldCommand {
  @Mixin final HelpOption help = new HelpOption();
}
