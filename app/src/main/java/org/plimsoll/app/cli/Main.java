package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.plimsoll.app.compose.Composition;

/** Entry point of the program. */
public final class Main {
  private Main() {}

  /**
   * Runs the command line and exits with its code: 0 done, 1 not converged or rejected, 2 bad
   * usage, input or disk, 3 a fault of the program itself.
   */
  public static void main(String[] arguments) {
    Path root = Path.of(System.getProperty("plimsoll.root", ""));
    System.exit(
        shell(new Console(Composition::readWorld, root, Terminal.ofProcess())).run(arguments));
  }

  /** All verbs, on these worlds and this terminal. */
  static Shell shell(Console console) {
    PlanSettings settings = new PlanSettings(Composition.seed(), Composition.tolerances());
    return new Shell(
        console,
        List.of(
            new PlanVerb(console, Composition::plan, settings),
            new SolveVerb(console),
            new LeverageVerb(console, Composition::leverage),
            new BacktestVerb(console)));
  }
}
