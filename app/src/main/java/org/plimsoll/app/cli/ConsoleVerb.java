package org.plimsoll.app.cli;

import java.util.concurrent.Callable;

/** What can be asked for on the command line; its answer goes to a console. */
abstract class ConsoleVerb implements Callable<Integer> {
  final Console console;

  ConsoleVerb(Console console) {
    this.console = console;
  }
}
