package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.market.SolveJson;
import org.plimsoll.app.market.SolveText;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.planner.market.file.CaseMarket;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.sources.scenario.MarketFile;

/**
 * What {@code solve} says of the text of a market file, for tests.
 *
 * @param json with {@code --json}
 * @param remarks below its tables without it
 */
record SolvedText(JsonNode json, List<String> remarks) {
  private static final double CLOSE = 1e-6;

  /**
   * A figure of an answer.
   *
   * @param where its JSON pointer
   * @param figure NaN if anything will do that is there
   */
  record Expected(String where, double figure) {}

  static SolvedText of(String file) {
    MarketCase market = MarketFile.parse("a market", file).value().orElseThrow();
    return switch (CaseMarket.of(market).solve(SolverLimits.USUAL)) {
      case CaseMarket.Result.Solved solved ->
          new SolvedText(
              read(SolveJson.of(solved.answer(), Optional.empty())),
              SolveText.of(solved.answer(), Optional.empty()).remarks());
      case CaseMarket.Result.Failed failed ->
          new SolvedText(read(SolveJson.of(failed.outcome())), List.of());
    };
  }

  /** What the reader has against a file, each with place and way out. */
  static String faults(String file) {
    return MarketFile.parse("a market", file).issues().stream()
        .map(issue ->
            issue.place().line()
                + ":"
                + issue.place().column()
                + " "
                + issue.problem()
                + "; "
                + issue.wayOut())
        .collect(Collectors.joining("\n"));
  }

  private static JsonNode read(Map<String, Object> answer) {
    try {
      return new ObjectMapper().readTree(CanonicalJson.write(answer, 12));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holds that the answer has these figures. */
  void has(Expected... expected) {
    for (Expected one : expected) {
      JsonNode found = json.at(one.where());
      assertFalse(found.isMissingNode(), () -> one.where() + " is not in " + json);
      if (!Double.isNaN(one.figure())) {
        assertEquals(
            one.figure(), found.asDouble(), CLOSE * (1 + Math.abs(one.figure())), one.where());
      }
    }
  }

  /** Holds that the answer has this figure. */
  void has(String where, double figure) {
    has(new Expected(where, figure));
  }

  String text(String where) {
    return json.at(where).asText();
  }
}
