package org.plimsoll.border.levy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plimsoll.model.quantity.PricePerKilogram;

/** The grounds of one rule, by the duties that were paid and what became of the value. */
final class RuleGrounds {
  private final LevyRule rule;
  private final String version;
  private final Optional<PricePerKilogram> floor;
  private final DutyStack duties;
  private final ConcurrentHashMap<Integer, Grounds> known = new ConcurrentHashMap<>();

  RuleGrounds(LevyRule rule, String version, DutyStack duties) {
    this.rule = rule;
    this.version = version;
    this.duties = duties;
    floor = rule.instrument().findReferencePrice();
  }

  /**
   * The grounds of a line.
   *
   * @param flags bits of {@link Flag}
   * @param applied bits of the duties that it pays
   */
  Grounds of(int flags, int applied) {
    int key = applied << 3 | ValueRule.shapeOf(flags) << 1 | (ExemptionRule.exempts(flags) ? 1 : 0);
    Grounds grounds = known.get(key);
    return grounds == null ? known.computeIfAbsent(key, k -> make(flags, applied)) : grounds;
  }

  /** The words of the instruments as steps. */
  private String words() {
    List<String> words = rule.instrument().list().stream().map(Instrument::word).toList();
    return String.join(">", words) + (words.size() > 1 ? ">sum" : "");
  }

  private Grounds make(int flags, int applied) {
    Flags all = new Flags(flags);
    String steps =
        "content"
            + (all.has(Flag.CONVERTED) ? ">convert" : "")
            + (all.has(Flag.BASIS_CHANGED) ? ">basis" : "")
            + duties.words(applied)
            + ">"
            + (ExemptionRule.exempts(flags) ? "exempt" : words());
    return new Grounds(
        rule.id(), version, rule.product().toString(), rule.instrument().word(), floor, steps);
  }
}
