package org.plimsoll.app.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.file.CaseSensitivities;
import org.plimsoll.planner.market.file.FileAnswer;
import org.plimsoll.planner.market.file.FileMarket;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.sources.scenario.MarketFile;

/**
 * Solves a market by itself, with nodes of its own and without a world.
 *
 * @param market what is solved
 * @param sensitivities whether to say what the answer hangs on
 * @param nodes whose prices are among what hangs on figures
 * @param limits of each search
 */
public record SolveMarket(
    MarketCase market, boolean sensitivities, List<String> nodes, SolverLimits limits) {
  /** Significant digits in JSON: published cases are compared to nine. */
  private static final int DIGITS = 12;

  /** A market has nodes of its own, a scenario has those of the world. */
  private static final Pattern NODES =
      Pattern.compile("(?m)(^|[{,])[ \\t]*[\"']?nodes[\"']?[ \\t]*:");

  public SolveMarket {
    nodes = List.copyOf(nodes);
    Refusal.requireUse("--node", nodes.isEmpty() || sensitivities, "without --sensitivities");
    List<String> known = market.nodes().stream().map(node -> node.place().id()).toList();
    for (String node : nodes) {
      if (!known.contains(node)) {
        throw Refusal.of(
            "the market has no node '" + node + "'",
            Nearest.wayOut(node, known, "one of " + String.join(", ", known)));
      }
    }
  }

  /** What came of it; {@code json} is as docs/reference/market-answer.md describes it. */
  public sealed interface Result {
    String json();

    record Solved(Answer answer, String json) implements Result {}

    record Failed(Outcome.Failure failure, String json) implements Result {}
  }

  /** Whether a file holds a market and not a scenario: JSON, or YAML with nodes. */
  public static boolean isMarket(Path file) {
    if (file.toString().endsWith(".json")) {
      return true;
    }
    try {
      return Files.isRegularFile(file) && isMarketText(Files.readString(file));
    } catch (IOException e) {
      return false; // whoever reads it as a scenario says what is wrong
    }
  }

  /** Whether a text holds a market and not a scenario: it has nodes. */
  public static boolean isMarketText(String text) {
    return NODES.matcher(text).find();
  }

  /**
   * The market that a text holds.
   *
   * @param name for issues
   * @throws Refusal with every fault
   */
  public static MarketCase parse(String name, String text) {
    return accepted(name, MarketFile.parse(name, text));
  }

  /** The same of a file. */
  public static MarketCase read(Path file) {
    return accepted(file.toString(), MarketFile.read(file));
  }

  private static MarketCase accepted(String name, Loaded<Optional<MarketCase>> loaded) {
    return loaded
        .value()
        .orElseThrow(() -> Refusal.ofIssues("the market " + name, loaded.issues()));
  }

  private List<Region> places() {
    return nodes.stream().map(Region::new).toList();
  }

  /** Solves it with its measures, and without them. */
  public Result solve() {
    Market asked = FileMarket.of(market);
    Answers answers = new Answers(Answers.USUAL_BYTES);
    return switch (answers.solve(asked, limits, () -> false)) {
      case Outcome.Converged solved -> {
        FileAnswer answer = FileAnswer.of(asked, solved, answers, limits);
        Optional<CaseSensitivities.Found> moved =
            sensitivities
                ? Optional.of(CaseSensitivities.of(market, limits, places()))
                : Optional.empty();
        yield new Result.Solved(
            SolveText.of(market.name(), answer, moved),
            CanonicalJson.write(SolveJson.of(market.name(), answer, moved), DIGITS));
      }
      case Outcome.Failure failure ->
          new Result.Failed(failure, CanonicalJson.write(SolveJson.of(failure), DIGITS));
    };
  }
}
