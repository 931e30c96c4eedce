package org.plimsoll.planner.study;

import java.util.List;
import org.plimsoll.model.policy.Measure;

/**
 * A case to be solved: measures on top of what is in force, at one price vintage.
 *
 * @param id of the case
 * @param vintage of the base prices
 * @param measures on top of what is in force; none for the status quo
 */
public record Question(CaseId id, String vintage, List<Measure> measures) {
  public Question {
    measures = List.copyOf(measures);
  }

  /** What is in force at a price vintage. */
  public static Question statusQuo(String vintage) {
    return new Question(CaseId.STATUS_QUO, vintage, List.of());
  }

  /** The base year at a price vintage. */
  public static Question base(String vintage) {
    return new Question(CaseId.BASE, vintage, List.of());
  }

  /** Whether it asks for the base year, which is calibrated and not solved. */
  public boolean isBase() {
    return id.equals(CaseId.BASE);
  }
}
