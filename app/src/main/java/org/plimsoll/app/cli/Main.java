package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.sources.pack.Pack;

/** Entry point of the program. */
public final class Main {
  private Main() {}

  /**
   * Runs the command line and exits with its code: 0 done, 1 not converged or rejected, 2 bad
   * usage, input or disk, 3 a fault of the program itself.
   */
  public static void main(String[] arguments) {
    Path root = Path.of(System.getProperty("plimsoll.root", ""));
    System.exit(shell(new Console(Pack::open, root, Terminal.ofProcess())).run(arguments));
  }

  /** All verbs, on these worlds and this terminal. */
  static Shell shell(Console console) {
    return new Shell(
        console,
        List.of(
            new PlanVerb(console, Planner::plan),
            new SolveVerb(console, Planner::leverage),
            new LabVerb(console),
            new LeverageVerb(console, Planner::leverage),
            new PortfolioVerb(console),
            new BacktestVerb(console),
            new EnsembleVerb(console),
            new ServeVerb(console, Planner::plan)));
  }
}
