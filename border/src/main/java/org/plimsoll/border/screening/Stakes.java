package org.plimsoll.border.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.levy.Assessed;
import org.plimsoll.border.levy.DutyStep;
import org.plimsoll.border.levy.LevyAssessment;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.QuotaLedger;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.border.origin.CountryList;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;

/**
 * What is at stake on a line: levy and other duties that it would owe if a suspicion holds, less
 * what it owes as declared; 0 if that is less. Quotas are taken as whole.
 */
public final class Stakes {
  private final LevyEngine engine;
  private final CurrencyCode currency;

  /** One country of each way in which the schedule may treat an origin. */
  private final List<CountryCode> origins;

  public Stakes(ScheduleBook book) {
    engine = new LevyEngine(book);
    currency = book.versions().getFirst().currency();
    origins = origins(book);
  }

  /** Those that a duty names, and one that nothing names: what it pays, every other one pays. */
  private static List<CountryCode> origins(ScheduleBook book) {
    TreeSet<String> named = new TreeSet<>();
    TreeSet<String> dutiable = new TreeSet<>();
    for (LevySchedule version : book.versions()) {
      for (DutyStep step : version.duties()) {
        step.origins().forEach(origin -> dutiable.add(origin.alpha3()));
      }
      for (Alliance.Member member : version.exemptions().members().members()) {
        named.add(member.party());
      }
      version.exemptions().partners().forEach(partner -> named.add(partner.country().alpha3()));
    }
    named.addAll(dutiable);
    List<CountryCode> all = new ArrayList<>(dutiable.stream().map(CountryCode::of).toList());
    CountryList.list().stream()
        .filter(country -> !named.contains(country.alpha3()))
        .findFirst()
        .ifPresent(all::add);
    return List.copyOf(all);
  }

  /** Levy and other duties of a line; empty if no rule covers it, or it is refused. */
  Optional<Money> owed(EntryLine line) {
    return switch (engine.assess(line, new QuotaLedger())) {
      case Assessed.Levied(LevyAssessment a) when !a.ruleId().isEmpty() ->
          Optional.of(a.levy().plus(a.duties()));
      case Assessed.Levied(LevyAssessment notCovered) -> Optional.empty();
      case Assessed.NotLevied(var refused) -> Optional.empty();
    };
  }

  /**
   * What is at stake, at most.
   *
   * @param outcome of the test that suspects the line
   * @param i its place among the lines
   */
  Money of(Suspicion suspicion, LineTest.Outcome outcome, int i, EntryLine declared, Money owed) {
    long most =
        switch (suspicion) {
          case CAPACITY, SURGE ->
              origins.stream()
                  .mapToLong(origin -> minor(Honest.of(declared).from(origin)))
                  .max()
                  .orElse(0);
          case UNIT_VALUE, RELABELLING, FIRST_DIGITS ->
              outcome.findHonest(i, declared).map(this::minor).orElse(0L);
        };
    return new Money(StrictMath.max(0, most - owed.minor()), currency);
  }

  private long minor(EntryLine line) {
    return owed(line).map(Money::minor).orElse(0L);
  }
}
