package org.plimsoll.app.cli;

import picocli.CommandLine.Command;

/** {@code plimsoll} alone: says what it can do. */
@Command(
    name = "plimsoll",
    customSynopsis = "plimsoll VERB [OPTIONS]      plimsoll VERB --help says more",
    description = {
      "Designs and stress-tests a critical-minerals alliance: who depends on whom, what was"
          + " promised, what is under control, and what could be done about it."
    },
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll risk --material gallium",
      "  plimsoll risk --country USA+JPN+EU27",
      "  plimsoll commitments --only overdue,unknown",
      "  plimsoll world show --json",
      "",
      "Exit codes: 0 done, 1 not converged or rejected, 2 bad usage, input or disk, 3 a fault of"
          + " the program."
    },
    mixinStandardHelpOptions = true)
final class PlimsollCommand {}
