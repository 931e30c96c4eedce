package org.plimsoll.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What can be asked for on the command line; its answer goes to a console. */
@Command(footerHeading = "%nExamples:%n")
abstract class ConsoleVerb implements Callable<Integer> {
  final Console console;

  ConsoleVerb(Console console) {
    this.console = console;
  }
}
