package org.plimsoll.app.vault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.vault.ledger.Head;

/** Pages about a vault say to which row of the journal they go. */
public final class VaultPage {
  private static final int HASH_DIGITS = 16;

  private VaultPage() {}

  /**
   * A section for each table that people see.
   *
   * @param head the end of the journal that it was made from
   * @param datasets of the world, if figures rest on it
   */
  public static Page of(
      Answer answer, String subtitle, Head head, LocalDate today, List<Evidence.Dataset> datasets) {
    return of(answer, subtitle, head, today, datasets, AnswerHtml.sections(answer.listShown()));
  }

  /** The same with sections of its own. */
  static Page of(
      Answer answer,
      String subtitle,
      Head head,
      LocalDate today,
      List<Evidence.Dataset> datasets,
      List<Section> sections) {
    List<Section> all = new ArrayList<>(sections);
    all.add(AnswerHtml.reading(answer.remarks(), !datasets.isEmpty()));
    return new Page(
        answer.title(),
        subtitle,
        List.of(
            new Page.Particular("As of", AmountText.day(today)),
            new Page.Particular("Row of the journal", Long.toString(head.number())),
            new Page.Particular("Its hash begins", head.hash().substring(0, HASH_DIGITS))),
        all,
        datasets,
        "Made by Plimsoll from the journal up to row %d, hash %s."
            .formatted(head.number(), head.hash()));
  }
}
