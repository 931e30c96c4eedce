package org.plimsoll.app.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.vault.VaultPage;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.vault.ledger.Head;
import picocli.CommandLine.Mixin;

/** What shows a vault, or one participant's part of it. */
abstract class VaultShowVerb extends ConsoleVerb {
  @Mixin final VaultWhose whose = new VaultWhose();
  @Mixin final AnswerForms forms = AnswerForms.forOwner();
  @Mixin final VaultPlace place = new VaultPlace();

  VaultShowVerb(Console console) {
    super(console);
  }

  /**
   * Gives the answer in the forms that are asked for; returns the exit code.
   *
   * @param head the end of the journal, asked for by a page
   * @param datasets of the world, if figures rest on it
   */
  final int show(
      Answer answer,
      String subtitle,
      Supplier<Head> head,
      LocalDate today,
      List<Evidence.Dataset> datasets) {
    return console.print(
        answer, forms, () -> VaultPage.of(answer, subtitle, head.get(), today, datasets).render());
  }
}
