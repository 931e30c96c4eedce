package org.plimsoll.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll schedule}: the verbs about schedules of levies. */
@Command(
    name = "schedule",
    description = "Schedules: what is levied at the border from which day on.",
    commandListHeading = "%nVerbs:%n")
final class ScheduleCommand {
  @Mixin final HelpOption help = new HelpOption();
}
