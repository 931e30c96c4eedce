package org.plimsoll.border.levy;

import java.util.List;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.border.entry.Refused;
import org.plimsoll.border.origin.Claims;

/**
 * Assesses lines of entries by the schedule in force on their date. It keeps nothing from line to
 * line; what runs on, the balances of quotas, is an argument. Any number of threads may share it.
 */
public final class LevyEngine {
  private final ScheduleBook book;
  private final List<Law> laws;

  /** For entries without bills of materials. */
  public LevyEngine(ScheduleBook book) {
    this(book, Claims.NONE);
  }

  /**
   * For entries whose origin may be claimed by materials.
   *
   * @param claims looked up for lines that name a member or partner, if the origin rule asks for
   *     materials
   */
  public LevyEngine(ScheduleBook book, Claims claims) {
    this.book = book;
    laws = book.versions().stream().map(version -> new Law(version, claims)).toList();
  }

  /**
   * An assessment with its steps.
   *
   * @param outcome as {@link #assess} gives it
   * @param steps in order; those before the fault if the line was refused
   */
  public record Explanation(Assessed outcome, List<Step> steps) {
    public Explanation {
      steps = List.copyOf(steps);
    }
  }

  /** What is owed on the line; takes content from quotas where a rule has one. */
  public Assessed assess(EntryLine line, QuotaLedger quotas) {
    return assess(line, quotas, Trail.NONE);
  }

  /** The same with every step. */
  public Explanation explain(EntryLine line, QuotaLedger quotas) {
    Trail trail = Trail.kept();
    Assessed outcome = assess(line, quotas, trail);
    return new Explanation(outcome, trail.list());
  }

  /** Whether lines must be assessed in the order of the file, since a quota runs through them. */
  public boolean dependsOnOrder() {
    return book.hasQuotas();
  }

  private Assessed assess(EntryLine line, QuotaLedger quotas, Trail trail) {
    try {
      return new Assessed.Levied(lawOf(line).assess(line, quotas, trail));
    } catch (LineRefused refused) {
      return new Assessed.NotLevied(refused.toRefused());
    } catch (ArithmeticException e) {
      return new Assessed.NotLevied(
          new Refused(
              EntryColumn.CUSTOMS_VALUE,
              "mass and value of the line are too large to multiply; Maybe split the line"));
    }
  }

  private Law lawOf(EntryLine line) {
    for (Law law : laws) {
      if (law.schedule().isInForceOn(line.date())) {
        return law;
      }
    }
    throw new LineRefused(EntryColumn.ENTRY_DATE, book.whyNoneOn(line.date()));
  }
}
