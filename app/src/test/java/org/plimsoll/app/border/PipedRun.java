package org.plimsoll.app.border;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.run.AssessRun;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.Instrument;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.model.quantity.Mass;

/**
 * A program that assesses its standard input with two threads, and writes down how far it has come
 * after every batch, so that a small run can be killed within. Arguments: the folder, and the law.
 */
final class PipedRun {
  private PipedRun() {}

  public static void main(String[] arguments) throws IOException {
    run(law(arguments[1]), EntryInput.of("-", System.in), Path.of(arguments[0]));
  }

  static void run(LevySchedule law, EntryInput input, Path folder) throws IOException {
    new AssessRun(ScheduleBook.of(law), 2, 1).run(input, folder);
  }

  /** {@code quota}, which the lines use up after more than half of them, or {@code plain}. */
  static LevySchedule law(String word) {
    return TinyLaw.schedule(
        word.equals("quota")
            ? List.of(
                TinyLaw.rule(
                    "tungsten/apt",
                    "284180",
                    "W",
                    new Instrument.TariffRateQuota(
                        "tungsten",
                        new Mass(2_750_000_000_000L),
                        TinyLaw.rate("0", "0"),
                        TinyLaw.rate("0.25", "1"))))
            : EntryText.plainRules());
  }
}
