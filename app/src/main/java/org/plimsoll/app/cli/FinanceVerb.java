package org.plimsoll.app.cli;

import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.finance.FinanceProject;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.study.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll finance}. */
@Command(
    name = "finance",
    description = {
      "Says whether a project pays.",
      "The price received through the market, the return, the cover of debt, and the floor at",
      "which it breaks even. Priors are named; without a cost there is no return."
    },
    footer = {
      "  plimsoll finance P022",
      "  plimsoll finance Nolans --floor 110USD/kg --exempt AUS",
      "  plimsoll finance Nolans --price 130.1USD/kg --debt 60%%,8%%,12",
      "  plimsoll finance Vittangi --cfd 8500USD/t,0%%,none",
      "  plimsoll finance P022 --cfd 110USD/kg,30%%>150USD/kg,10m,CHN --json"
    })
final class FinanceVerb extends WorldVerb {
  @Parameters(paramLabel = "PROJECT", description = "Its id or name in the register: P022, Nolans.")
  private String project = "";

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "A name in scenarios/, or a file; default: " + ScenarioChoice.DEFAULT + ".")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--floor",
      paramLabel = "PRICE",
      description = "A floor at the alliance's border instead of the scenario's own: 110USD/kg.")
  private Optional<String> floor = Optional.empty();

  @Option(
      names = "--exempt",
      paramLabel = "NAMES",
      description = "Partners to whose goods --floor does not apply: AUS,CAN.")
  private Optional<String> exempt = Optional.empty();

  @Option(
      names = "--cfd",
      paramLabel = "K,SHARE,CAP[,INDEX]",
      description = {
        "A contract: strike, share of the price above it (or above a line: 30%%>150USD/kg) that",
        "goes back, cap of that in USD million a year (10m, none), and the country whose price",
        "it looks at instead of the project's own."
      })
  private Optional<String> cfd = Optional.empty();

  @Option(
      names = "--debt",
      paramLabel = "SHARE,RATE,YEARS",
      description = "A loan instead of the usual one: 60%%,8%%,12.")
  private Optional<String> debt = Optional.empty();

  @Option(
      names = "--price",
      paramLabel = "PRICE",
      description = "One price in all years instead of the market's: 130.1USD/kg.")
  private Optional<String> price = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "YEAR",
      description = "Up to when the market is solved; its last prices stand after that.")
  private Optional<Integer> until = Optional.empty();

  @Option(names = "--before-tax", description = "Nothing is taxed.")
  private boolean beforeTax;

  FinanceVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    FinanceProject question =
        new FinanceProject(project, floor, exempt, cfd, debt, price, until, beforeTax);
    Evidence evidence = readWorld();
    Scenario its =
        ScenarioChoice.read(scenario.orElse(ScenarioChoice.DEFAULT), console.session(), evidence)
            .scenario();
    Workers workers = Workers.ofAllProcessors();
    Answer answer =
        console.watched(progress -> question.answer(evidence, its, workers.watchedBy(progress)));
    return print(answer, evidence);
  }
}
