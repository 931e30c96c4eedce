package org.plimsoll.border.levy;

import java.time.LocalDate;
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
  public LevySchedule {
    duties = List.copyOf(duties);
    rates = List.copyOf(rates);
    rules = List.copyOf(rules);
  }

  /** Whether it is in force on the date. */
  public boolean isInForceOn(LocalDate date) {
    return !date.isBefore(from) && until.map(date::isBefore).orElse(true);
  }
}
