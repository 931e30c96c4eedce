package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.market.SolveJson;
import org.plimsoll.app.market.SolveText;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.file.CaseSensitivities;
import org.plimsoll.planner.market.file.FileAnswer;
import org.plimsoll.planner.market.file.FileMarket;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.sources.scenario.MarketFile;

/** {@code plimsoll solve FILE}, where the file is a market by itself and not a scenario. */
final class SolvedFile {

  /** Significant digits in JSON: published cases are compared to nine. */
  private static final int DIGITS = 12;

  private static final String STANDARD_INPUT = "-";

  /** A market has nodes of its own, a scenario has those of the world. */
  private static final Pattern NODES =
      Pattern.compile("(?m)(^|[{,])[ \\t]*[\"']?nodes[\"']?[ \\t]*:");

  private final Console console;
  private final SolverLimits limits;

  SolvedFile(Console console, SolverLimits limits) {
    this.console = console;
    this.limits = limits;
  }

  /** Whether an argument of the verb names a market: standard input, JSON, or YAML with nodes. */
  static boolean isMarket(String argument) {
    Path file = Path.of(argument);
    if (argument.equals(STANDARD_INPUT) || argument.endsWith(".json")) {
      return true;
    }
    try {
      return Files.isRegularFile(file) && NODES.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      return false; // whoever reads it as a scenario says what is wrong
    }
  }

  /** Solves the file and says what came of it; returns the exit code. */
  int solve(String file, boolean withSensitivities, boolean asJson) {
    Loaded<Optional<MarketCase>> loaded =
        file.equals(STANDARD_INPUT)
            ? MarketFile.parse("standard input", standardInput())
            : MarketFile.read(Path.of(file));
    if (loaded.value().isEmpty()) {
      throw Refusal.ofIssues("the market " + file, loaded.issues());
    }
    MarketCase read = loaded.value().get();
    Market market = FileMarket.of(read);
    Answers answers = new Answers(Answers.USUAL_BYTES);
    return switch (answers.solve(market, limits, () -> false)) {
      case Outcome.Converged solved -> {
        FileAnswer answer = FileAnswer.of(market, solved, answers, limits);
        Optional<CaseSensitivities.Found> moved =
            withSensitivities ? Optional.of(CaseSensitivities.of(read, limits)) : Optional.empty();
        yield asJson
            ? console.print(CanonicalJson.write(SolveJson.of(read.name(), answer, moved), DIGITS))
            : console.print(SolveText.of(read.name(), answer, moved), false);
      }
      case Outcome.Failure failure -> fail(failure, asJson);
    };
  }

  private static String standardInput() {
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Refusal.of("standard input cannot be read: " + e.getMessage(), "name a file");
    }
  }

  private int fail(Outcome.Failure failure, boolean asJson) {
    if (asJson) {
      console.print(CanonicalJson.write(SolveJson.of(failure), DIGITS));
    }
    return console.fail(failure);
  }
}
