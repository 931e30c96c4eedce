package org.plimsoll.app.cli;

import org.plimsoll.app.vault.VaultView;
import picocli.CommandLine.Mixin;

/** What shows a vault, or one participant's part of it. */
abstract class VaultShowVerb extends ConsoleVerb {
  @Mixin final VaultWhose whose = new VaultWhose();
  @Mixin final AnswerForms forms = AnswerForms.forOwner();
  @Mixin final VaultPlace place = new VaultPlace();

  VaultShowVerb(Console console) {
    super(console);
  }

  /** Gives the answer in the forms that are asked for; returns the exit code. */
  final int show(VaultView.Shown shown) {
    return console.print(shown.answer(), forms, () -> shown.page().render());
  }
}
