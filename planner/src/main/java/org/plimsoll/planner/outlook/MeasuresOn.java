package org.plimsoll.planner.outlook;

import java.time.LocalDate;
import java.util.List;
import org.plimsoll.model.policy.Measure;

/** What governments do on a date: the scenario's measures and the controls then in force. */
@FunctionalInterface
public interface MeasuresOn {
  /** The measures, those that are not in force on the date included. */
  List<Measure> on(LocalDate date);
}
