package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.market.SolveJson;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.file.CaseSensitivities;
import org.plimsoll.planner.market.file.FileAnswer;
import org.plimsoll.planner.market.file.FileMarket;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.sources.scenario.MarketFile;

/** {@code docs/reference/market-answer.md} has every key that answers have, and no other. */
class MarketAnswerPageTest {
  private static final Path ROOT = Path.of(Files.exists(Path.of("examples")) ? "" : "..");
  private static final Pattern KEY = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);
  private static final String NOBODY_MAY_SELL =
      """
      products: [{id: good}]
      nodes: [{id: a, supply: {good: {fixed: 9}}}, {id: b, demand: {good: {fixed: 5}}}]
      measures: [{type: exportBan, by: [a]}]
      """;
  private static final String WITH_ACTIVITY =
      """
      products: [{id: ore}, {id: metal, chokePrice: 6}]
      nodes:
        - {id: a, supply: {ore: {linear: {intercept: 0, slope: 1}}},
           demand: {metal: {fixed: 3}}}
      activities:
        - {id: smelter, node: a, inputs: {ore: 2}, outputs: {metal: 1}}
      """;

  private static final String LEAKY =
      """
      products: [{id: good, response: {leakShare: 0.5}}]
      nodes:
        - {id: a, supply: {good: {fixed: 9}}}
        - {id: b, demand: {good: {linear: {intercept: 9, slope: -1}}}}
        - {id: c, demand: {good: {linear: {intercept: 9, slope: -1}}}}
      measures: [{type: exportBan, by: [a], to: [b]}]
      """;

  @Test
  void everyKeyIsOnThePageAndNoOther() throws IOException {
    List<List<String>> told =
        KEY.matcher(Files.readString(ROOT.resolve("docs/reference/market-answer.md")))
            .results()
            .map(row -> List.of(row.group(1).split("[.]", -1)))
            .toList();
    TreeSet<String> notTold = new TreeSet<>();
    TreeSet<String> neverMet = new TreeSet<>();
    told.forEach(key -> neverMet.add(String.join(".", key)));
    for (List<String> met : keys()) {
      told.stream()
          .filter(key -> covers(key, met))
          .forEach(key -> neverMet.remove(String.join(".", key)));
      if (told.stream().noneMatch(key -> covers(key, met) || covers(met, key))) {
        notTold.add(String.join(".", met));
      }
    }
    assertEquals(new TreeSet<>(), notTold, "keys of answers that the page lacks");
    assertEquals(new TreeSet<>(), neverMet, "keys of the page that no answer has");
  }

  /** Whether the first is the second, or the beginning of it, as that of an empty list is. */
  private static boolean covers(List<String> told, List<String> met) {
    for (int i = 0; i < told.size(); i++) {
      boolean fits =
          i < met.size()
              && (told.get(i).equals("*")
                  || met.get(i).equals("*")
                  || told.get(i).equals(met.get(i)));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Every key of answers to shipped markets, and of two that have none. */
  private static List<List<String>> keys() throws IOException {
    SolverLimits noTime =
        SolverLimits.USUAL.within(Duration.ofNanos(1), new AtomicLong()::incrementAndGet);
    String levied = shipped("variable-levy-two-region.yaml");
    List<List<String>> keys = new ArrayList<>();
    collect(answer(levied, SolverLimits.USUAL, true), keys);
    collect(answer(levied.replace("floor: 50", "floor: 1"), SolverLimits.USUAL, false), keys);
    collect(answer(levied.replace("to: [bloc]", "to: [outside]"), SolverLimits.USUAL, false), keys);
    collect(answer(levied, noTime, false), keys);
    collect(answer(shipped("armington-4-suppliers.yaml"), SolverLimits.USUAL, true), keys);
    collect(answer(shipped("spatequ.json"), SolverLimits.USUAL, true), keys);
    String stocks = "  - {type: stockPurchase, to: [bloc], amount: 2}\n";
    String more = levied + stocks + stocks.replace("Purchase", "Release").replace("2", "1");
    collect(answer(more, SolverLimits.USUAL, false), keys);
    String use = "{linear: {intercept: 120, slope: -1}}";
    String elastic = "{constantElasticity: {quantity: 60, price: 40, elasticity: -0.5}}";
    String plain = levied.substring(0, levied.indexOf("measures:")).replace(use, elastic);
    collect(answer(plain, SolverLimits.USUAL, false), keys);
    collect(answer(NOBODY_MAY_SELL, SolverLimits.USUAL, false), keys);
    collect(answer(WITH_ACTIVITY, SolverLimits.USUAL, false), keys);
    collect(answer(LEAKY, SolverLimits.USUAL, false), keys);
    return keys;
  }

  private static String shipped(String name) throws IOException {
    return Files.readString(ROOT.resolve("examples/markets").resolve(name));
  }

  private static JsonNode answer(String file, SolverLimits limits, boolean moved)
      throws IOException {
    MarketCase market = MarketFile.parse("a market", file).value().orElseThrow();
    Market rows = FileMarket.of(market);
    Answers answers = new Answers(Answers.USUAL_BYTES);
    String text =
        CanonicalJson.write(
            switch (answers.solve(rows, limits, () -> false)) {
              case Outcome.Converged solved ->
                  SolveJson.of(
                      market.name(),
                      FileAnswer.of(rows, solved, answers, limits),
                      moved
                          ? Optional.of(CaseSensitivities.of(market, limits, List.of()))
                          : Optional.empty());
              case Outcome.Failure failure -> SolveJson.of(failure);
            },
            12);
    return new ObjectMapper().readTree(text);
  }

  private static void collect(JsonNode answer, List<List<String>> keys) {
    collect(answer, new ArrayList<>(), keys);
  }

  private static void collect(JsonNode node, List<String> path, List<List<String>> keys) {
    if (!node.isContainerNode() || node.isEmpty()) {
      keys.add(List.copyOf(path));
    }
    node.properties()
        .forEach(field -> {
          path.add(field.getKey());
          collect(field.getValue(), path, keys);
          path.removeLast();
        });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      path.add("*");
      collect(node.get(i), path, keys);
      path.removeLast();
    }
  }
}
