package org.plimsoll.app.border;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Output;
import org.plimsoll.border.files.run.AssessRun;
import org.plimsoll.border.files.run.Refunds;
import org.plimsoll.model.quantity.Money;

/**
 * Pays back levy and duties on goods that leave again.
 *
 * @param exports what left
 * @param run folder of the run by which levies were paid
 * @param earlier lists of drawbacks before
 * @param out list of what is paid back, a new file
 */
public record PayBack(Path exports, Path run, List<Path> earlier, Path out) {
  public PayBack {
    earlier = List.copyOf(earlier);
  }

  /**
   * What came of it.
   *
   * @param isClean whether all exports are paid back
   */
  public record Done(Answer answer, boolean isClean) {}

  /**
   * Pays back.
   *
   * @throws org.plimsoll.app.session.Refusal if the list cannot be written, before the work
   */
  public Done pay() throws IOException {
    Output list = Output.file("--out", out, exports, run.resolve(AssessRun.RESULTS));
    Refunds.Outcome done = Refunds.write(exports, earlier, run, list.ready());
    List<String> sums = done.sums().stream().map(Money::toString).toList();
    Answer answer =
        Incomplete.mark(
                Answer.of("Drawback"), "the file of the run in " + run, AssessRun.findBreak(run))
            .fact("refunded", done.refunded())
            .fact("refused", done.refused())
            .fact("earlier", done.earlier())
            .with(
                Table.of("sums", "Paid back", done.sums())
                    .words("currency", "currency", sum -> sum.currency().code())
                    .exact("amount", "amount", Money::toDecimal))
            .remark(
                "%,d exports paid back, %,d refused; in all %s."
                    .formatted(
                        done.refunded(),
                        done.refused(),
                        sums.isEmpty() ? "0" : String.join(", ", sums)),
                earlier.isEmpty()
                    ? "No earlier list was given: what was paid back before on these lines is not"
                        + " known, and may be paid again. Maybe add --earlier FILE."
                    : "%,d exports were paid back before, by the earlier lists."
                        .formatted(done.earlier()),
                "Exports: " + out);
    return new Done(answer, done.refused() == 0);
  }
}
