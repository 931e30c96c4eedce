package org.plimsoll.border.levy;

import java.math.RoundingMode;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.border.origin.Claims;
import org.plimsoll.border.parties.Roster;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.PricePerKilogram;

/** One version of a schedule, resolved so that a line is looked up and multiplied, no more. */
final class Law {
  private final LevySchedule schedule;
  private final RuleIndex rules;
  private final ValueRule values;
  private final DutyStack duties;

  /** By the rule itself: to hash what it says would cost more than the levy. */
  private final IdentityHashMap<LevyRule, Resolved> resolved = new IdentityHashMap<>();

  private final Grounds notCovered;
  private final Money nothing;

  /** A rule as lines meet it. */
  private record Resolved(Levy levy, ExemptionRule exemption, RuleGrounds grounds) {}

  Law(LevySchedule schedule, Claims bills) {
    this.schedule = schedule;
    rules = new RuleIndex(schedule.rules());
    values = new ValueRule(schedule);
    duties = new DutyStack(schedule, values);
    Roster members = new Roster(schedule.exemptions().members());
    ClaimRule claims = new ClaimRule(bills, values);
    for (LevyRule rule : schedule.rules()) {
      resolved.put(
          rule,
          new Resolved(
              new Levy(rule.instrument(), rule.reference(), schedule),
              new ExemptionRule(schedule.exemptions(), members, claims, rule),
              new RuleGrounds(rule, schedule.version(), duties)));
    }
    notCovered = new Grounds("", schedule.version(), "", "none", Optional.empty(), "none");
    nothing = Money.none(schedule.currency());
  }

  LevySchedule schedule() {
    return schedule;
  }

  LevyAssessment assess(EntryLine line, QuotaLedger quotas, Trail trail) {
    if (!line.hsEdition().isEmpty() && !line.hsEdition().equals(schedule.hsEdition())) {
      throw new LineRefused(
          EntryColumn.HS_EDITION,
          "is %s, but the schedule's codes are of %s; Maybe convert the code first"
              .formatted(line.hsEdition(), schedule.hsEdition()));
    }
    Optional<Selection> found = rules.find(line);
    if (found.isEmpty()) {
      boolean isNamed = rules.names(line.code());
      if (trail.isKept()) {
        trail.add(
            "none",
            isNamed
                ? "no grade of the rules of code %s holds this assay".formatted(line.code())
                : "no rule covers code " + line.code(),
            "nothing is levied");
      }
      return notCovered(line, isNamed ? Flag.NO_GRADE : Flag.NOT_COVERED);
    }
    return assess(line, found.get(), quotas, trail);
  }

  private LevyAssessment assess(
      EntryLine line, Selection selection, QuotaLedger quotas, Trail trail) {
    LevyRule rule = selection.rule();
    Resolved law = resolved(rule);
    int flags = (rule.isScrap() ? Flag.SCRAP.bit() : 0) | originFlag(line);
    flags |= selection.isByFactor() ? Flag.CONTENT_FACTOR.bit() : 0;
    long content = Math.multiplyExact(line.netMass().grams(), selection.share().millionths());
    if (content == 0) {
      throw new LineRefused(EntryColumn.ASSAY, "leaves no content at all; Maybe check its unit");
    }
    if (trail.isKept()) {
      trail.add(
          "content",
          "%s × %s (%s of %s)"
              .formatted(
                  line.netMass(),
                  selection.share(),
                  selection.isByFactor() ? "factor" : "assay",
                  rule.basis()),
          ContentText.of(content) + " kg " + rule.basis());
    }
    Money declared = line.customsValue();
    Money converted = values.convert(declared, line, trail);
    flags |= converted.currency().equals(declared.currency()) ? 0 : Flag.CONVERTED.bit();
    Money value = values.toBasis(converted, line, trail);
    flags |= line.valueBasis() == schedule.basis() ? 0 : Flag.BASIS_CHANGED.bit();
    flags |= value.minor() == 0 ? Flag.ZERO_VALUE.bit() : 0;
    DutyStack.Stacked stacked = duties.on(line, rule, value, trail);
    flags |= stacked.flags();
    int exemption = law.exemption().flagFor(line, trail);
    flags |= exemption;
    Money levy = nothing;
    if (!ExemptionRule.exempts(exemption)) {
      Levy.Owed owed = law.levy().on(line, content, value, stacked.counted(), quotas, trail);
      levy = owed.levy();
      flags |= owed.flags();
    }
    return new LevyAssessment(
        law.grounds().of(flags, stacked.applied()),
        content,
        value,
        unitValue(value, content),
        stacked.all(),
        stacked.paidBack(),
        levy,
        new Flags(flags));
  }

  private static int originFlag(EntryLine line) {
    return line.origin().hasUnknownCountry() ? Flag.UNKNOWN_ORIGIN.bit() : 0;
  }

  private Resolved resolved(LevyRule rule) {
    Resolved known = resolved.get(rule);
    if (known == null) {
      throw new IllegalStateException("rule " + rule.id() + " is not of this schedule");
    }
    return known;
  }

  /** For reading only: nothing is owed by it, so a line is not refused where it is too large. */
  private Optional<PricePerKilogram> unitValue(Money value, long content) {
    try {
      long millionths =
          Exact.product(
              value.minor(),
              Exact.tenTo(15 - schedule.currency().minorDigits()),
              content,
              RoundingMode.HALF_UP);
      return Optional.of(new PricePerKilogram(millionths, schedule.currency()));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Its duties are as declared: no step was applied, and none is converted or paid back. */
  private LevyAssessment notCovered(EntryLine line, Flag why) {
    Money stated = line.otherDuties().isEmpty() ? nothing : DutyStack.stated(line);
    boolean isKept = stated.currency().equals(schedule.currency());
    boolean isLost = !isKept && stated.minor() != 0;
    return new LevyAssessment(
        notCovered,
        0,
        line.customsValue(),
        Optional.empty(),
        isKept ? stated : nothing,
        nothing,
        nothing,
        new Flags(why.bit() | originFlag(line) | (isLost ? Flag.DUTY_NOT_COUNTED.bit() : 0)));
  }
}
