package org.plimsoll.app.vault;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.vault.AllocationDraft.Leave;
import org.plimsoll.app.vault.AllocationDraft.Wish;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.store.Vault;
import org.plimsoll.vault.terms.Sharing;
import org.plimsoll.vault.terms.ShortageRule;

/**
 * An allocation that is asked for: looked at first, then booked by the mark that it had.
 *
 * @param material that is shared
 * @param wishes of those who want to draw
 * @param most grams at most; otherwise all that is in store, fit and free
 * @param leave in which emergency it is drawn, and when it comes back
 * @param another rule than that of the terms, to look at
 */
public record Allocating(
    Material material,
    List<Wish> wishes,
    Optional<Long> most,
    Leave leave,
    Optional<ShortageRule> another) {
  public Allocating {
    wishes = List.copyOf(wishes);
  }

  /**
   * What was booked.
   *
   * @param answers one for each event
   */
  public record Booked(List<Event> events, List<Answer> answers) {
    public Booked {
      events = List.copyOf(events);
      answers = List.copyOf(answers);
    }
  }

  /** Who would get how much; books nothing. */
  public AllocationAnswer simulate(Vault vault, Actor actor, Instant now) {
    ShortageRule rule = another.orElseGet(() -> ruleOf(vault, day(now)));
    AllocationDraft draft = draft(vault, actor, rule, day(now));
    return AllocationAnswer.of(
        rule, draft, vault.reader().judge(actor, draft.events()), another.isEmpty());
  }

  /**
   * Books all of it by the rule of the terms.
   *
   * @param mark of the simulation
   * @throws Refusal if anything has changed since, or an event is refused: then none is booked
   */
  public Booked book(Vault vault, Actor actor, Instant now, String mark) {
    AllocationDraft draft = draft(vault, actor, ruleOf(vault, day(now)), day(now));
    if (!draft.mark().equals(mark)) {
      throw Refusal.of(
          "the allocation has the mark %s now, not %s: something has changed since"
              .formatted(draft.mark(), mark),
          "simulate again");
    }
    List<Answer> booked =
        vault
            .postAll(actor, draft.events(), draft.head())
            .orElseThrow(() ->
                Refusal.of("something was posted meanwhile; none is booked", "simulate again"));
    booked.stream()
        .filter(answer -> !answer.status().isAccepted())
        .findFirst()
        .ifPresent(answer -> {
          throw Refusal.of(
              "%s is refused (%s), so none is booked"
                  .formatted(answer.id(), answer.status().word()),
              "simulate again");
        });
    return new Booked(draft.events(), booked);
  }

  private AllocationDraft draft(Vault vault, Actor actor, ShortageRule rule, LocalDate today) {
    return AllocationDraft.of(vault.reader(), actor, rule, material, wishes, most, leave, today);
  }

  private static LocalDate day(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static ShortageRule ruleOf(Vault vault, LocalDate today) {
    return vault
        .reader()
        .terms()
        .on(today)
        .sharing()
        .map(Sharing::shortage)
        .orElseThrow(() ->
            Refusal.of(
                "the terms do not say how a shortage is shared",
                "look at rules with --simulate --rule, and settle one in terms"));
  }
}
