package org.plimsoll.border.files;

import java.util.List;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.levy.Assessed;
import org.plimsoll.border.levy.Step;

/**
 * A line of an entry with the steps of its assessment.
 *
 * @param place line of the file
 * @param line as declared
 * @param outcome what came of it
 * @param steps in order
 */
public record Explained(long place, EntryLine line, Assessed outcome, List<Step> steps) {
  public Explained {
    steps = List.copyOf(steps);
  }
}
