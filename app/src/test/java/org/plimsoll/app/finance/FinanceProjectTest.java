package org.plimsoll.app.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.ExchangeRate;
import org.plimsoll.planner.finance.CashFlow;
import org.plimsoll.planner.finance.Returns;

/** Published studies by the world's rows, each beside what it says itself. */
class FinanceProjectTest {
  private static Choice choice(Evidence world, String id, boolean beforeTax) {
    return Choice.central(
        new ProjectFacts(
            world,
            world.projects().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow()),
        Optional.empty(),
        beforeTax);
  }

  private static CashFlow flow(Evidence world, String id, boolean beforeTax, double usdPerTonne) {
    return CashFlow.at(choice(world, id, beforeTax).terms(), usdPerTonne);
  }

  private static double irr(CashFlow flow) {
    return Returns.irr(flow.netUsdMillion()).orElseThrow();
  }

  /** Arafura, November 2022: 19.3% and AUD 573 m a year at 130.1 USD/kg. */
  @ParameterizedTest
  @ValueSource(doubles = {0.68, 0.69, 0.7})
  void nolans(double usdPerAud) {
    Evidence world =
        RealWorld.evidence()
            .with(draft ->
                draft.rates =
                    RealWorld.evidence().rates().stream()
                        .map(row ->
                            row.currency().equals("AUD")
                                ? new ExchangeRate(
                                    row.currency(),
                                    row.period(),
                                    Interval.exactly(usdPerAud),
                                    row.provenance())
                                : row)
                        .toList());
    CashFlow flow = flow(world, "P022", false, 130_100);
    assertEquals(0.193, irr(flow), 0.01);
    assertEquals(1, flow.fullYear().ebitdaUsdMillion() / usdPerAud / 573, 0.05);
  }

  /** Syrah, April 2023: 13.9% at 5,000 and 22.9% at 7,000 USD/t. */
  @ParameterizedTest
  @CsvSource({"5000,0.139", "7000,0.229"})
  void vidaliaByOneOpex(double usdPerTonne, double published) {
    assertEquals(published, irr(flow(RealWorld.evidence(), "P056", false, usdPerTonne)), 0.01);
  }

  /** Talga, July 2021: USD 1.05 bn before tax; revenue of 5,350 m over 24 years of 19,500 t. */
  @Test
  void vittangi() {
    double[] net = flow(RealWorld.evidence(), "P059", true, 5350e6 / 24 / 19_500).netUsdMillion();
    assertEquals(1, Returns.npv(net, 0.08) / 1050, 0.05);
  }

  @Test
  void anAssumedOpexIsAPrior() {
    assertTrue(
        choice(RealWorld.evidence(), "P065", false)
            .facts()
            .find(Input.OPERATING)
            .orElseThrow()
            .isPrior());
  }

  @ParameterizedTest
  @ValueSource(strings = {"110,30%,10m", "110USD/kg,30%", "110USD/kg,130%,10m", "110USD/kg,3,10m"})
  void aMalformedContractSaysHowToWriteIt(String text) {
    Refusal refused = assertThrows(Refusal.class, () -> Contract.parse(text));
    assertTrue(refused.wayOut().startsWith("write "), refused::text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"60%", "160%,8%,12", "60%,8%,0", "60%,8%,many"})
  void aMalformedLoanSaysHowToWriteIt(String text) {
    Refusal refused = assertThrows(Refusal.class, () -> DebtText.parse(text));
    assertTrue(refused.wayOut().startsWith("write "), refused::text);
  }
}
