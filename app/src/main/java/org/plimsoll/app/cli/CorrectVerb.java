package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.session.Output;
import org.plimsoll.border.files.AssessRun;
import org.plimsoll.border.files.Corrections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll correct}. */
@Command(
    name = "correct",
    description = {
      "Compares two assessments of the same entries, after an entry or the law was put right.",
      "Lists what each line owes more, or is to be paid back, of the levy and of other duties.",
      "Neither of the two is changed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll assess corrected.csv --schedule schedule.yaml --out out/again",
      "  plimsoll correct out/run out/again --out out/corrections.csv",
      "",
      "Exit codes: 0 compared, 2 a folder without a complete run, or lines that stand twice."
    })
final class CorrectVerb implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "EARLIER", description = "Folder of the run paid by.")
  private Path earlier = Path.of("");

  @Parameters(index = "1", paramLabel = "LATER", description = "Folder of the run owed by.")
  private Path later = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Lines that owe another amount; default: out/corrections.csv.")
  private Path out = Path.of("out", "corrections.csv");

  @Option(names = "--json", description = "For programs; amounts as exact texts.")
  private boolean asJson;

  @Mixin final HelpOption help = new HelpOption();

  private final Console console;

  CorrectVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Output list =
        Output.file(
            "--out", out, earlier.resolve(AssessRun.RESULTS), later.resolve(AssessRun.RESULTS));
    Corrections.Outcome found = Corrections.write(earlier, later, list.ready());
    TreeMap<String, String> facts =
        new TreeMap<>(
            Map.of(
                "lines", Long.toString(found.lines()),
                "corrected", Long.toString(found.corrected()),
                "toPay", found.all().toPay().toPlainString(),
                "toPayBack", found.all().toPayBack().toPlainString(),
                "levyToPay", found.levies().toPay().toPlainString(),
                "levyToPayBack", found.levies().toPayBack().toPlainString(),
                "dutiesToPay", found.duties().toPay().toPlainString(),
                "dutiesToPayBack", found.duties().toPayBack().toPlainString(),
                "onlyInEarlier", Long.toString(found.onlyEarlier()),
                "onlyInLater", Long.toString(found.onlyLater())));
    facts.put("currency", found.currency());
    List<String> remarks =
        List.of(
            "%,d lines are in both runs, %,d of them owe another amount: %s."
                .formatted(found.lines(), found.corrected(), words(found.all(), found.currency())),
            "Of levies alone: %s.".formatted(words(found.levies(), found.currency())),
            "Of other duties: %s.".formatted(words(found.duties(), found.currency())),
            ("%,d lines are in the earlier run alone, %,d in the later alone;"
                    + " they are listed and not added.")
                .formatted(found.onlyEarlier(), found.onlyLater()),
            "Lines: " + out);
    return console.print(new Answer(facts, List.of(), remarks), asJson);
  }

  private static String words(Corrections.Due due, String currency) {
    return "%s %s still to pay, %s %s to pay back"
        .formatted(
            due.toPay().toPlainString(), currency, due.toPayBack().toPlainString(), currency);
  }
}
