package org.plimsoll.border.files.run;

import java.util.List;
import org.plimsoll.border.levy.Assessed;
import org.plimsoll.border.levy.Step;

/**
 * A line of an entry with the steps of its assessment.
 *
 * @param place line of the file
 * @param name entry_id/line, as declared
 * @param date as declared
 * @param outcome what came of it
 * @param steps in order; none if a cell of the line is wrong
 */
public record Explained(long place, String name, String date, Assessed outcome, List<Step> steps) {
  public Explained {
    steps = List.copyOf(steps);
  }
}
