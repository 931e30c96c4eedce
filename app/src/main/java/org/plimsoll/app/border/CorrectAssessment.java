package org.plimsoll.app.border;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.Output;
import org.plimsoll.border.files.run.AssessRun;
import org.plimsoll.border.files.run.Corrections;

/**
 * Compares two assessments of the same entries, and changes neither.
 *
 * @param earlier folder of the run paid by
 * @param later folder of the run owed by
 * @param out list of the lines that owe another amount
 */
public record CorrectAssessment(Path earlier, Path later, Path out) {
  /**
   * What is still to pay, and to pay back.
   *
   * @throws org.plimsoll.app.session.Refusal if the list cannot be written, before the work
   */
  public Answer answer() throws IOException {
    Output list =
        Output.file(
            "--out", out, earlier.resolve(AssessRun.RESULTS), later.resolve(AssessRun.RESULTS));
    Corrections.Outcome found = Corrections.write(earlier, later, list.ready());
    Answer answer = Answer.of("Corrections");
    for (Path run : List.of(later, earlier)) {
      answer = Incomplete.mark(answer, "the file of the run in " + run, AssessRun.findBreak(run));
    }
    return answer
        .fact("lines", found.lines())
        .fact("corrected", found.corrected())
        .fact("toPay", Cell.Exact.of(found.all().toPay()))
        .fact("toPayBack", Cell.Exact.of(found.all().toPayBack()))
        .fact("levyToPay", Cell.Exact.of(found.levies().toPay()))
        .fact("levyToPayBack", Cell.Exact.of(found.levies().toPayBack()))
        .fact("dutiesToPay", Cell.Exact.of(found.duties().toPay()))
        .fact("dutiesToPayBack", Cell.Exact.of(found.duties().toPayBack()))
        .fact("onlyInEarlier", found.onlyEarlier())
        .fact("onlyInLater", found.onlyLater())
        .fact("currency", found.currency())
        .remark(
            "%,d lines are in both runs, %,d of them owe another amount: %s."
                .formatted(found.lines(), found.corrected(), words(found.all(), found.currency())),
            "Of levies alone: %s.".formatted(words(found.levies(), found.currency())),
            "Of other duties: %s.".formatted(words(found.duties(), found.currency())),
            ("%,d lines are in the earlier run alone, %,d in the later alone;"
                    + " they are listed and not added.")
                .formatted(found.onlyEarlier(), found.onlyLater()),
            "Lines: " + out);
  }

  private static String words(Corrections.Due due, String currency) {
    return "%s %s still to pay, %s %s to pay back"
        .formatted(
            due.toPay().toPlainString(), currency, due.toPayBack().toPlainString(), currency);
  }
}
