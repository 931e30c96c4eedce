package org.plimsoll.border.levy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.border.entry.ValueBasis;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Share;

/**
 * The law of the border over some time: what is levied on what, and how.
 *
 * @param id of the schedule, the same in all its versions
 * @param version unlike all others of the schedule
 * @param title one line for a person
 * @param from first day in force
 * @param until first day not in force; empty if open
 * @param basis on which values are compared with floors
 * @param currency of prices and levies
 * @param hsEdition of its codes, such as 2022
 * @param rounding of what is owed on a line
 * @param freight share of the FOB value that freight and insurance add, for entries on the other
 *     basis; empty if such entries are refused
 * @param exemptions whose goods are not levied
 * @param duties other duties in the order in which they stack
 * @param rates of exchange
 * @param rules one or more a product
 */
public record LevySchedule(
    String id,
    String version,
    String title,
    LocalDate from,
    Optional<LocalDate> until,
    ValueBasis basis,
    CurrencyCode currency,
    String hsEdition,
    Rounding rounding,
    Optional<Share> freight,
    Exemptions exemptions,
    List<DutyStep> duties,
    List<ExchangeRate> rates,
    List<LevyRule> rules) {
  /** Steps of duty of a schedule: what a line pays is kept as a bit each ({@link RuleGrounds}). */
  public static final int MOST_DUTIES = 28;

  public LevySchedule {
    duties = List.copyOf(duties);
    if (duties.size() > MOST_DUTIES) {
      throw new IllegalArgumentException(
          "a schedule has at most %d steps of duty, but this has %d"
                  .formatted(MOST_DUTIES, duties.size())
              + "\nMaybe name several products or origins in one step");
    }
    rates = List.copyOf(rates);
    rules = List.copyOf(rules);
  }

  /** The same with further rates of exchange behind its own. */
  public LevySchedule withRates(List<ExchangeRate> more) {
    List<ExchangeRate> all = new ArrayList<>(rates);
    all.addAll(more);
    return new LevySchedule(
        id,
        version,
        title,
        from,
        until,
        basis,
        currency,
        hsEdition,
        rounding,
        freight,
        exemptions,
        duties,
        all,
        rules);
  }

  /**
   * What entries will be refused for want of a figure that the schedule does not state, one
   * sentence each, with the way out.
   */
  public List<String> listGaps() {
    List<String> gaps = new ArrayList<>();
    if (freight.isEmpty()) {
      gaps.add(
          "Version %s compares %s and states no freight: entries on %s will be refused."
                  .formatted(
                      version, basis, basis == ValueBasis.FOB ? ValueBasis.CIF : ValueBasis.FOB)
              + " Maybe add freight: 0.04, the share that it adds to the value.");
    }
    if (rates.isEmpty()) {
      gaps.add(
          "Version %s is in %s and has no rates: entries in other currencies will be refused."
                  .formatted(version, currency)
              + " Maybe add rates:, or a rates.csv to the folder of versions.");
    }
    return gaps;
  }

  public boolean isInForceOn(LocalDate date) {
    return !date.isBefore(from) && until.map(date::isBefore).orElse(true);
  }
}
