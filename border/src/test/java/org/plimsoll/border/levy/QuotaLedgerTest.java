package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;

/** First come, first served, and never more than there is. */
class QuotaLedgerTest {
  private static final long MICROGRAMS = 1_000_000;
  private static final QuotaYear THIS_YEAR = new QuotaYear("q", 2027);

  @Test
  void whatIsLeftIsGivenAndNoMore() {
    QuotaLedger quotas = new QuotaLedger();
    Mass yearly = new Mass(10);
    assertEquals(6 * MICROGRAMS, quotas.take(THIS_YEAR, yearly, 6 * MICROGRAMS));
    assertEquals(4 * MICROGRAMS, quotas.take(THIS_YEAR, yearly, 6 * MICROGRAMS));
    assertEquals(0, quotas.take(THIS_YEAR, yearly, 1));
    assertEquals(1, quotas.take(new QuotaYear("q", 2028), yearly, 1));
    assertEquals("{q@2027=10000000, q@2028=1}", quotas.balances().toString());
    QuotaLedger later = new QuotaLedger();
    later.restore(quotas.balances());
    assertEquals(0, later.take(THIS_YEAR, yearly, 1));
  }

  /** What there is, is the law's of the line: raised, there is more; lowered, nothing is owed. */
  @Test
  void aQuotaMayChangeWithinItsYear() {
    QuotaLedger quotas = new QuotaLedger();
    assertEquals(10 * MICROGRAMS, quotas.take(THIS_YEAR, new Mass(10), 12 * MICROGRAMS));
    assertEquals(5 * MICROGRAMS, quotas.take(THIS_YEAR, new Mass(15), 12 * MICROGRAMS));
    assertEquals(0, quotas.take(THIS_YEAR, new Mass(10), MICROGRAMS));
    assertEquals("{q@2027=15000000}", quotas.balances().toString());
  }

  @Test
  void manyThreadsTakeExactlyTheQuota() throws InterruptedException, ExecutionException {
    QuotaLedger quotas = new QuotaLedger();
    Mass yearly = new Mass(1_000_000);
    long takers = 8;
    List<Future<Long>> taken = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool((int) takers)) {
      for (long taker = 0; taker < takers; taker++) {
        long seed = taker;
        taken.add(
            threads.submit(() -> {
              SplittableRandom random = new SplittableRandom(seed);
              long sum = 0;
              for (int i = 0; i < 20_000; i++) {
                sum += quotas.take(THIS_YEAR, yearly, 1 + random.nextLong(20_000_000));
              }
              return sum;
            }));
      }
    }
    long sum = 0;
    for (Future<Long> part : taken) {
      sum += part.get();
    }
    assertEquals(yearly.grams() * MICROGRAMS, sum);
    assertEquals("{q@2027=1000000000000}", quotas.balances().toString());
  }

  /** Three regimes: under the quota, across its end, beyond it. 1 t of content a year. */
  @Test
  void theLineAcrossTheEndPaysBothRates() {
    LevyEngine engine = new LevyEngine(ScheduleBook.of(TinyLaw.schedule()));
    QuotaLedger quotas = new QuotaLedger();
    assertEquals("0.00 USD", levy(engine, quotas, "600", "6000").toString());
    // 400 kg within at nothing; 200 kg, worth 2,000, beyond at 25% and 1 a kilogram
    assertEquals("700.00 USD", levy(engine, quotas, "600", "6000").toString());
    assertEquals("2100.00 USD", levy(engine, quotas, "600", "6000").toString());
    assertTrue(engine.dependsOnOrder());
  }

  /** 400 kg worth 4,000 at 10%; 200 kg worth 2,000 at 25% and 1 a kilogram. */
  @Test
  void theExplanationHasBothPartsOfTheSplit() {
    Instrument quota =
        new Instrument.TariffRateQuota(
            "tungsten", new Mass(400_000), TinyLaw.rate("0.1", "0"), TinyLaw.rate("0.25", "1"));
    LevyEngine engine =
        new LevyEngine(
            ScheduleBook.of(
                TinyLaw.schedule(List.of(TinyLaw.rule("tungsten/apt", "284180", "W", quota)))));
    EntryLine line = TinyLaw.line("284180", "W", "600", "1", "6000");
    String how = engine.explain(line, new QuotaLedger()).steps().getLast().how();
    assertTrue(how.contains("400 kg within at 0.1 of value and 0 USD/kg = 400.00 USD"), how);
    assertTrue(how.endsWith("200 kg beyond at 0.25 of value and 1 USD/kg = 700.00 USD"), how);
    assertEquals("1100.00 USD", levy(engine, new QuotaLedger(), "600", "6000").toString());
  }

  /**
   * At nine million million dollars a kilogram 200 t owe more than 18 digits, as a quota's own rate
   * or beside it: the line is refused, and the next finds the whole tonne.
   */
  @Test
  void aLineThatIsRefusedTakesOfNoQuota() {
    String dear = "9000000000000";
    Rate none = TinyLaw.rate("0", "0");
    Instrument alone =
        new Instrument.TariffRateQuota(
            "tungsten", new Mass(1_000_000), none, TinyLaw.rate("0", dear));
    Instrument beside =
        new Instrument.Together(
            List.of(
                new Instrument.Part(
                    new Instrument.TariffRateQuota("tungsten", new Mass(1_000_000), none, none),
                    true),
                new Instrument.Part(new Instrument.Specific(TinyLaw.price(dear)), true)));
    for (Instrument instrument : List.of(alone, beside)) {
      LevyEngine engine =
          new LevyEngine(
              ScheduleBook.of(
                  TinyLaw.schedule(
                      List.of(TinyLaw.rule("tungsten/apt", "284180", "W", instrument)))));
      QuotaLedger quotas = new QuotaLedger();
      Assessed refused = engine.assess(TinyLaw.line("284180", "W", "200000", "1", "6000"), quotas);
      assertTrue(refused instanceof Assessed.NotLevied, refused::toString);
      assertEquals("{tungsten@2027=0}", quotas.balances().toString());
      levy(engine, quotas, "1000", "6000");
      assertEquals("{tungsten@2027=1000000000000}", quotas.balances().toString());
    }
  }

  private static Money levy(LevyEngine engine, QuotaLedger quotas, String kg, String usd) {
    return switch (engine.assess(TinyLaw.line("284180", "W", kg, "1", usd), quotas)) {
      case Assessed.Levied levied -> levied.assessment().levy();
      case Assessed.NotLevied not -> throw new AssertionError(not.toString());
    };
  }
}
