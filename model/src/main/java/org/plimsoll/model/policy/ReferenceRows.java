package org.plimsoll.model.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plimsoll.model.trade.PriceQuote;

/**
 * What reference prices are made of beside the evidence.
 *
 * @param quotes published prices with what traded at them
 * @param rules figures of the rule, of distortions and of units
 * @param challenges in the order of their file, those that were undone and what undid them included
 */
public record ReferenceRows(
    List<PriceQuote> quotes, List<ReferenceRule> rules, List<Challenge> challenges) {
  /** No row at all. */
  public static final ReferenceRows NONE = new ReferenceRows(List.of(), List.of(), List.of());

  public ReferenceRows {
    quotes = List.copyOf(quotes);
    rules = List.copyOf(rules);
    challenges = List.copyOf(challenges);
  }

  /** Challenges that stand: none that was undone, none that only undoes another. */
  public List<Challenge> listStanding() {
    Set<String> undone = new HashSet<>();
    challenges.forEach(challenge -> undone.add(challenge.undoes()));
    return challenges.stream()
        .filter(challenge -> challenge.undoes().isEmpty() && !undone.contains(challenge.id()))
        .toList();
  }
}
