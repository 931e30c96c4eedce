package org.plimsoll.border.levy;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.plimsoll.border.entry.DeclaredDuty;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;

/** Other duties in the schedule's order, each rounded to the minor unit, halves up. */
final class DutyStack {
  private final List<DutyStep> order;
  private final ValueRule values;

  DutyStack(LevySchedule schedule, ValueRule values) {
    this.order = schedule.duties();
    this.values = values;
  }

  /**
   * What a line pays beside the levy.
   *
   * @param all of them
   * @param counted those that count towards a floor
   * @param paidBack those that are paid back when the goods leave again
   * @param applied a bit for each of the order that the line pays
   * @param flags bits of {@link Flag}
   */
  record Stacked(Money all, Money counted, Money paidBack, int applied, int flags) {}

  /**
   * Adds up.
   *
   * @throws LineRefused if the entry states a duty that has no place in the order
   */
  Stacked on(EntryLine line, LevyRule rule, Money value, Trail trail) {
    refuseUnknown(line);
    CurrencyCode currency = value.currency();
    long all = 0;
    long counted = 0;
    long paidBack = 0;
    int applied = 0;
    int flags = 0;
    Optional<CountryCode> origin = line.origin().findLastStep();
    boolean isEarlier = origin.isPresent() && line.origin().transformedIn().isEmpty();
    for (int i = 0; i < order.size(); i++) {
      DutyStep step = order.get(i);
      if (step.isOpen(rule.product(), origin)) {
        flags |= Flag.DUTY_ORIGIN_NOT_STATED.bit();
        explainOpen(step, trail);
      }
      if (isEarlier && step.isByOrigin(rule.product())) {
        flags |= Flag.DUTY_ORIGIN_BY_EARLIER_STEP.bit();
        explainEarlier(step, line, trail);
      }
      if (!step.appliesTo(rule.product(), origin)) {
        continue;
      }
      long base = step.onEarlierDuties() ? Math.addExact(value.minor(), all) : value.minor();
      long duty = step.rate().isPresent() ? share(base, step) : declared(line, step, trail);
      if (duty == 0) {
        continue;
      }
      applied |= 1 << i;
      all = Math.addExact(all, duty);
      counted += step.countsTowardsFloor() ? duty : 0;
      paidBack += step.paidBackOnExport() ? duty : 0;
      explain(step, new Money(base, currency), new Money(duty, currency), trail);
    }
    return new Stacked(
        new Money(all, currency),
        new Money(counted, currency),
        new Money(paidBack, currency),
        applied,
        flags | lost(line, rule, trail));
  }

  private static long share(long base, DutyStep step) {
    long millionths = step.rate().orElseThrow().millionths();
    return Exact.product(base, millionths, 1_000_000, RoundingMode.HALF_UP);
  }

  private static void explainOpen(DutyStep step, Trail trail) {
    if (trail.isKept()) {
      trail.add(
          step.kind().word(),
          "is of goods from %s, and no origin is stated".formatted(step.origins()),
          "not counted");
    }
  }

  private static void explainEarlier(DutyStep step, EntryLine line, Trail trail) {
    if (trail.isKept()) {
      boolean isProcessed = line.origin().processedIn().isPresent();
      trail.add(
          step.kind().word(),
          "is of goods from %s: transformed_in %s blank"
              .formatted(step.origins(), isProcessed ? "is" : "and processed_in are"),
          "decided by %s: %s"
              .formatted(
                  isProcessed ? "processed_in" : "extracted_in",
                  line.origin().findLastStep().map(CountryCode::alpha3).orElse("")));
    }
  }

  private static void explain(DutyStep step, Money base, Money duty, Trail trail) {
    if (trail.isKept()) {
      trail.add(
          step.kind().word(),
          step.rate().map(rate -> base + " × " + rate).orElse("as declared")
              + (step.countsTowardsFloor() ? ", counts towards the floor" : "")
              + (step.paidBackOnExport() ? "" : ", not paid back on export"),
          duty.toString());
    }
  }

  /** The flag of declared duties that no step took as they were declared. */
  private int lost(EntryLine line, LevyRule rule, Trail trail) {
    if (line.otherDuties().isEmpty()) {
      return 0;
    }
    int flag = 0;
    for (DeclaredDuty duty : line.otherDuties()) {
      if (duty.amount().minor() != 0 && !isTaken(duty, line, rule)) {
        flag = Flag.DUTY_NOT_COUNTED.bit();
        if (trail.isKept()) {
          trail.add(
              duty.kind().word(),
              duty.amount() + " was declared, but the schedule does not take it as declared",
              "not counted");
        }
      }
    }
    return flag;
  }

  private boolean isTaken(DeclaredDuty duty, EntryLine line, LevyRule rule) {
    for (int i = 0; i < order.size(); i++) {
      DutyStep step = order.get(i);
      if (step.kind() == duty.kind()
          && step.rate().isEmpty()
          && step.appliesTo(rule.product(), line.origin().findLastStep())) {
        return true;
      }
    }
    return false;
  }

  /** All duties that the line declares, in its own currency. */
  static Money stated(EntryLine line) {
    Money sum = Money.none(line.customsValue().currency());
    for (DeclaredDuty duty : line.otherDuties()) {
      sum = sum.plus(duty.amount());
    }
    return sum;
  }

  private long declared(EntryLine line, DutyStep step, Trail trail) {
    if (line.otherDuties().isEmpty()) {
      return 0;
    }
    Money sum = Money.none(line.customsValue().currency());
    for (DeclaredDuty duty : line.otherDuties()) {
      if (duty.kind() == step.kind()) {
        sum = sum.plus(duty.amount());
      }
    }
    return values.convert(sum, line, sum.minor() == 0 ? Trail.NONE : trail).minor();
  }

  private void refuseUnknown(EntryLine line) {
    if (line.otherDuties().isEmpty()) {
      return;
    }
    for (DeclaredDuty duty : line.otherDuties()) {
      boolean isKnown = false;
      for (DutyStep step : order) {
        isKnown |= step.kind() == duty.kind();
      }
      if (!isKnown) {
        throw new LineRefused(
            EntryColumn.OTHER_DUTIES,
            "states %s, which has no place in the schedule's order; Maybe add it under duties"
                .formatted(duty.kind().word()));
      }
    }
  }

  /** The words of the duties that were paid. */
  String words(int applied) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < order.size(); i++) {
      if ((applied & 1 << i) != 0) {
        words.append('>').append(order.get(i).kind().word());
      }
    }
    return words.toString();
  }
}
