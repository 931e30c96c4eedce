package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Snapshot;
import org.plimsoll.planner.market.file.FileAnswer;
import org.plimsoll.planner.market.file.FileMarket;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.sources.scenario.MarketFile;

/** Published and constructed markets, as files, against their printed digits. */
final class PublishedMarketsTest {
  private static final double EXACT = 1e-9;

  private static FileAnswer solve(String file) {
    Path path = Path.of("examples", "markets", file);
    Path root = Files.exists(path) ? Path.of("") : Path.of("..");
    MarketCase market = MarketFile.read(root.resolve(path)).value().orElseThrow();
    Market rows = FileMarket.of(market);
    Answers answers = new Answers(Answers.USUAL_BYTES);
    Outcome outcome = answers.solve(rows);
    return FileAnswer.of(rows, (Outcome.Converged) outcome, answers, SolverLimits.USUAL);
  }

  private static <K, V> V at(Map<K, V> map, Object key) {
    return Optional.ofNullable(map.get(key)).orElseThrow();
  }

  private static double bought(FileAnswer answer, String product, String node) {
    return at(at(answer.market().buyerPrices(), ProductId.ofCase(product)), new Region(node));
  }

  private static double made(FileAnswer answer, String product, String node) {
    return at(at(answer.market().producerPrices(), ProductId.ofCase(product)), new Region(node));
  }

  private static double flow(FileAnswer answer, String product, String from, String to) {
    var byOrigin = at(answer.market().flows(), ProductId.ofCase(product));
    return at(at(byOrigin, new Region(from)), new Region(to));
  }

  private static CountryWelfare welfare(FileAnswer answer, String node) {
    return at(answer.welfare(), new Region(node));
  }

  /** Takayama and Judge 1964, GAMS SPATEQU: levels stored with the library, six decimals. */
  @Test
  void takayamaAndJudge() {
    FileAnswer answer = solve("spatequ.json");
    double[][] price = {{11, 11.636363636}, {9, 8.636363636}, {10, 10.636363636}};
    double[][] demand = {{101, 195.272727}, {64, 35.909091}, {90, 154.272727}};
    double[][] supply = {{65.5, 120.363636}, {134.5, 160.227273}, {55, 104.863636}};
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 2; c++) {
        Region region = new Region("Reg" + (r + 1));
        ProductId good = ProductId.ofCase("Com" + (c + 1));
        assertEquals(price[r][c], bought(answer, good.toString(), region.id()), EXACT);
        assertEquals(price[r][c], made(answer, good.toString(), region.id()), EXACT);
        assertEquals(demand[r][c], at(at(answer.market().demand(), good), region), 1e-6);
        assertEquals(supply[r][c], at(at(answer.market().supply(), good), region), 1e-6);
      }
    }
    assertEquals(35.5, flow(answer, "Com1", "Reg2", "Reg1"), EXACT);
    assertEquals(35, flow(answer, "Com1", "Reg2", "Reg3"), EXACT);
    assertEquals(74.909091, flow(answer, "Com2", "Reg2", "Reg1"), 1e-6);
    assertEquals(49.409091, flow(answer, "Com2", "Reg2", "Reg3"), 1e-6);
    assertEquals(7246.8828, answer.objective().value().orElseThrow(), 1e-4);
    assertEquals(7906.9463, objectiveOfTheLibrary(answer), 1e-4);
  }

  /**
   * What the library's equation OBJECT adds up: by region and good α p + Σ β½ p p′ over both goods,
   * of demand less of supply, where β½ is half the slope on the own price and the whole on the
   * other's, less the cost of transport. The levels answer to row sums of β instead, so that it is
   * not the surplus of these curves.
   */
  private static double objectiveOfTheLibrary(FileAnswer answer) {
    double[][] demand = {{200, 300}, {100, 200}, {160, 250}};
    double[][] halfOfDemand = {{-5, -5}, {-2.5, -10}, {-4, -5}};
    double[] supply = {-50, -60};
    double[][] halfOfSupply = {{5, 7.5}, {10, 12.5}, {5, 7.5}};
    double sum = 0;
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 2; c++) {
        String region = "Reg" + (r + 1);
        double own = bought(answer, "Com" + (c + 1), region);
        double other = bought(answer, "Com" + (2 - c), region);
        sum += (demand[r][c] - supply[c]) * own;
        sum += (halfOfDemand[r][c] - halfOfSupply[r][c]) * own * own;
        sum += (1 - 0.5) * own * other;
      }
    }
    double transport =
        2 * flow(answer, "Com1", "Reg2", "Reg1")
            + flow(answer, "Com1", "Reg2", "Reg3")
            + 3 * flow(answer, "Com2", "Reg2", "Reg1")
            + 2 * flow(answer, "Com2", "Reg2", "Reg3");
    return sum - transport;
  }

  /** The closed form in the file: 2 p² + 15 p − 9000 = 0. */
  @Test
  void privateStocksAndFearUnderABan() {
    FileAnswer answer = solve("ban-stocks-and-fear.yaml");
    double price = (Math.sqrt(225 + 72_000) - 15) / 4;
    assertEquals(price, bought(answer, "good", "bloc"), 1e-7);
    assertEquals(100.0 / 3, bought(answer, "good", "mine"), 1e-7);
    ProductId good = ProductId.ofCase("good");
    Region bloc = new Region("bloc");
    assertEquals(180 * (1 - 50 / price), at(at(answer.market().released(), good), bloc), 1e-6);
    assertEquals(15, at(at(answer.market().bought(), good), bloc), 1e-6);
  }

  /** Nagurney's two by two, whose costs of routes hang on what other routes carry. */
  @Test
  void costsOfRoutesThatHangOnOneAnother() {
    FileAnswer answer = solve("nagurney-2x2.yaml");
    assertEquals(1.5, level(answer, "ship-11"), EXACT);
    assertEquals(1.5, level(answer, "ship-12"), EXACT);
    assertEquals(0, level(answer, "ship-21"), EXACT);
    assertEquals(2, level(answer, "ship-22"), EXACT);
    assertEquals(19, made(answer, "good", "s1"), EXACT);
    assertEquals(10, made(answer, "good", "s2"), EXACT);
    assertEquals(22.25, bought(answer, "shipped", "d1"), EXACT);
    assertEquals(25.5, bought(answer, "shipped", "d2"), EXACT);
    assertEquals(3.25, made(answer, "haulage", "route-11"), EXACT);
    assertEquals(6.5, made(answer, "haulage", "route-12"), EXACT);
    assertEquals(15.5, made(answer, "haulage", "route-22"), EXACT);
  }

  private static double level(FileAnswer answer, String activity) {
    return at(answer.market().levels(), activity);
  }

  /** Dantzig's transport problem, GAMS TRNSPORT, and its counterfactuals of TRANSMCP. */
  @Test
  void transport() {
    FileAnswer answer = solve("trnsport.yaml");
    assertEquals(153.675, answer.objective().value().orElseThrow(), EXACT);
    assertEquals(0.225, bought(answer, "cases", "new-york"), EXACT);
    assertEquals(0.153, bought(answer, "cases", "chicago"), EXACT);
    assertEquals(0.126, bought(answer, "cases", "topeka"), EXACT);
    assertEquals(0, made(answer, "cases", "seattle"), EXACT);
    assertEquals(0, made(answer, "cases", "san-diego"), EXACT);

    FileAnswer cheaper = solve("transmcp-fixed.yaml");
    assertEquals(130.725, cheaper.objective().value().orElseThrow(), EXACT);
    assertEquals(0.0765, bought(cheaper, "cases", "chicago"), EXACT);

    FileAnswer elastic = solve("transmcp-elastic.yaml");
    assertEquals(0.225, bought(elastic, "cases", "new-york"), EXACT);
    assertEquals(0.13455581, bought(elastic, "cases", "chicago"), 5e-9);
    assertEquals(0.126, bought(elastic, "cases", "topeka"), EXACT);
    assertEquals(0.05805581, made(elastic, "cases", "seattle"), 5e-9);
    assertEquals(0, made(elastic, "cases", "san-diego"), EXACT);
    assertEquals(350, flow(elastic, "cases", "seattle", "chicago"), 1e-6);
    assertEquals(325, flow(elastic, "cases", "san-diego", "new-york"), 1e-6);
    assertEquals(275, flow(elastic, "cases", "san-diego", "topeka"), 1e-6);
  }

  /** Four suppliers told apart by origin; the published digits are cut, those computed are not. */
  @Test
  void armington() {
    FileAnswer answer = solve("armington-4-suppliers.yaml");
    assertEquals(1.00990764, bought(answer, "good", "buyer"), 5e-9);
    assertEquals(1.0032917, made(answer, "good", "s1"), 5e-8);
    assertEquals(0.98176999, made(answer, "good", "s3"), 5e-9);
    var byOrigin = at(answer.market().wedges(), ProductId.ofCase("good"));
    double duty = at(at(byOrigin, new Region("s3")), new Region("buyer")).duty();
    assertEquals(1.03085849, made(answer, "good", "s3") + duty, 5e-9);
    // Use is 1/P by its elasticity of −1; of each origin arrive θ U (P/L)^σ, with θ = 1/4, σ = 4.
    double index = 1.00990764;
    double free = StrictMath.pow(index / 1.0032917, 4);
    double taxed = StrictMath.pow(index / 1.03085849, 4);
    double arrives = (3 * free + taxed) / 4 / index;
    Region buyer = new Region("buyer");
    double gain = at(at(answer.market().variety(), ProductId.ofCase("good")), buyer);
    assertEquals(1 / index - arrives, gain, 1e-7);
    assertTrue(gain < 0, "origins taken from their base shares serve less: " + gain);
    Snapshot without = answer.without().orElseThrow();
    assertEquals(0, at(at(without.variety(), ProductId.ofCase("good")), buyer));
  }

  @Test
  void whoKeepsTheGapUnderAFloor() {
    FileAnswer levy = solve("variable-levy-two-region.yaml");
    assertEquals(50, bought(levy, "good", "bloc"), EXACT);
    assertEquals(30, made(levy, "good", "outside"), EXACT);
    assertEquals(40, flow(levy, "good", "outside", "bloc"), EXACT);
    assertEquals(300, welfare(levy, "bloc").total(), 1e-6);
    assertEquals(-500, welfare(levy, "outside").total(), 1e-6);
    FileAnswer kept = solve("gap-to-exporter-two-region.yaml");
    assertEquals(-500, welfare(kept, "bloc").total(), 1e-6);
    assertEquals(800, welfare(kept, "outside").exportRents(), 1e-6);
  }

  @Test
  void aTariffRateQuotaInItsThreeRegimes() {
    double[][] expected = {
      {70, 55, 42.5, 37.5, 0}, {45, 45, 47.5, 32.5, 450}, {30, 35, 52.5, 27.5, 600},
    };
    for (double[] row : expected) {
      FileAnswer answer = solve("tariff-rate-quota-" + (int) row[0] + ".yaml");
      assertEquals(row[1], flow(answer, "good", "world", "home"), EXACT);
      assertEquals(row[2], bought(answer, "good", "home"), EXACT);
      assertEquals(row[3], made(answer, "good", "world"), EXACT);
      assertEquals(row[4], welfare(answer, "home").importRents(), 1e-6);
    }
  }

  /** After USGS OFR 2024-1057: (1/0.6)^(1/0.5), and 0.7^(−1/0.3) where the others have a cap. */
  @Test
  void priceAfterADisruption() {
    assertEquals(
        2.7777777778, bought(solve("post-disruption-uncapped.yaml"), "mineral", "users"), 1e-8);
    assertEquals(
        3.2835215173, bought(solve("post-disruption-capped.yaml"), "mineral", "users"), 1e-8);
  }
}
