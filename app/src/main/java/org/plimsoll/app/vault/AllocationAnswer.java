package org.plimsoll.app.vault;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.shortage.Allocation;
import org.plimsoll.vault.terms.ShortageRule;

/**
 * An allocation that is looked at and not booked.
 *
 * @param answer who gets how much, and what would be booked
 * @param isPossible whether all of it could be booked
 */
public record AllocationAnswer(org.plimsoll.app.answer.Answer answer, boolean isPossible) {
  private record Judged(Event event, Answer answer) {}

  /**
   * The simulation.
   *
   * @param judged how each of the draft's events would be answered
   * @param isByTerms whether the rule is that of the terms
   */
  public static AllocationAnswer of(
      ShortageRule rule, AllocationDraft draft, List<Answer> judged, boolean isByTerms) {
    List<Judged> events = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      events.add(new Judged(draft.events().get(i), judged.get(i)));
    }
    boolean isPossible = judged.stream().allMatch(answer -> answer.status().isAccepted());
    List<String> remarks = new ArrayList<>();
    remarks.add("%,d g are shared; nothing is booked.".formatted(draft.supplyGrams()));
    if (draft.pastGrams() > 0) {
      remarks.add(
          "%,d g more are in store, past their day: they are not shared."
              .formatted(draft.pastGrams()));
    }
    if (rule == ShortageRule.AUCTION) {
      remarks.add(
          "All who get something pay %s a kg on top."
              .formatted(draft.allocation().pricePerKilogram().toPlainString()));
    }
    remarks.add(
        !isPossible
            ? "It cannot be booked: see the statuses."
            : isByTerms
                ? "To book it: --simulated " + draft.mark()
                : "To book, the rule must be that of the terms.");
    return new AllocationAnswer(
        org.plimsoll.app.answer.Answer.of("Allocation")
            .fact("rule", rule.word())
            .fact("sharedGrams", draft.supplyGrams())
            .fact("pastDayGrams", draft.pastGrams())
            .fact("pricePerKilogram", Cell.Exact.of(draft.allocation().pricePerKilogram()))
            .fact("mark", draft.mark())
            .with(
                Table.of(
                        "shares",
                        "Who gets how much, by the rule " + rule.word(),
                        draft.allocation().shares())
                    .words("participant", "participant", s -> s.request().participant())
                    .words("contract", "contract", s -> s.request().contract())
                    .count("entitledGrams", "entitled, g", s -> s.request().entitledGrams())
                    .count("askedGrams", "asks for, g", s -> s.request().wantedGrams())
                    .count("getsGrams", "gets, g", Allocation.Share::grams),
                Table.of("events", "What would be booked, and how it would be answered", events)
                    .words("id", "", e -> e.answer().id())
                    .words("event", "event", e -> e.event().toText().replace('\n', ' ').strip())
                    .words("status", "status", e -> e.answer().status().word()))
            .remark(remarks),
        isPossible);
  }
}
