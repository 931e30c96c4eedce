package org.plimsoll.app.cli;

import org.plimsoll.app.answer.Answer;
import org.plimsoll.model.evidence.Evidence;
import picocli.CommandLine.Mixin;

/** A question to a world. */
abstract class WorldVerb extends ConsoleVerb {
  @Mixin final WorldOptions options = new WorldOptions();

  WorldVerb(Console console) {
    super(console);
  }

  final Evidence readWorld() {
    return console.readWorld(options.world());
  }

  final int print(Answer answer, Evidence evidence) {
    return console.print(answer, options, evidence);
  }
}
