package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.border.entry.DeclaredDuty;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.ValueBasis;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;

/**
 * A quota with a floor behind it, against the law in exact fractions: with content C, of which W is
 * within, value V, rates (t, r) within and (t', r') beyond, and R the rounding of the schedule,
 *
 * <pre>
 *   Q = R( (t V + r C) W ÷ C + (t' V + r' C) (C − W) ÷ C )
 *   L = Q + max( 0, R( F C − V − D − Q ) )
 * </pre>
 *
 * <p>Nothing of the levy's own arithmetic is used.
 */
class QuotaReferenceTest {
  private static final int LINES = 500;

  private static final List<RoundingMode> MODES =
      List.of(
          RoundingMode.HALF_UP,
          RoundingMode.HALF_EVEN,
          RoundingMode.HALF_DOWN,
          RoundingMode.DOWN,
          RoundingMode.UP);

  /** Where a line finds the quota. */
  private enum Place {
    IN,
    ACROSS,
    OUT
  }

  /** A quotient of whole numbers, never shortened. */
  private record Fraction(BigInteger above, BigInteger below) {
    static final Fraction ZERO = of(0, 1);

    static Fraction of(long above, long below) {
      return new Fraction(BigInteger.valueOf(above), BigInteger.valueOf(below));
    }

    Fraction plus(Fraction other) {
      return new Fraction(
          above.multiply(other.below).add(other.above.multiply(below)),
          below.multiply(other.below));
    }

    Fraction minus(Fraction other) {
      return plus(new Fraction(other.above.negate(), other.below));
    }

    Fraction times(Fraction other) {
      return new Fraction(above.multiply(other.above), below.multiply(other.below));
    }

    /** The nearest whole numbers on both sides, and which of them the mode takes. */
    BigInteger round(RoundingMode mode) {
      BigInteger[] parts = above.abs().divideAndRemainder(below);
      int half = parts[1].shiftLeft(1).compareTo(below);
      boolean away =
          parts[1].signum() != 0
              && switch (mode) {
                case UP -> true;
                case DOWN -> false;
                case HALF_UP -> half >= 0;
                case HALF_DOWN -> half > 0;
                case HALF_EVEN -> half > 0 || (half == 0 && parts[0].testBit(0));
                default -> throw new IllegalArgumentException(mode.toString());
              };
      BigInteger size = away ? parts[0].add(BigInteger.ONE) : parts[0];
      return above.signum() < 0 ? size.negate() : size;
    }
  }

  /** Everything a line and its law are made of, in plain numbers. */
  private record Case(
      CurrencyCode currency,
      Rounding rounding,
      long grams,
      long assay,
      long value,
      long duty,
      Rate in,
      Rate out,
      long floor,
      boolean counts,
      long quotaGrams,
      long takenMicrograms) {

    static Case of(SplittableRandom random, CurrencyCode currency, long step) {
      long grams = 1 + random.nextLong(1L << random.nextInt(4, 28));
      long assay = 1 + random.nextLong(1_000_000);
      long value = random.nextLong(1L << random.nextInt(4, 40));
      long content = grams * assay;
      long quota = 1 + random.nextLong(2 * grams);
      long left =
          switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> random.nextLong(Math.min(content, quota * 1_000_000) + 1);
            default -> random.nextLong(quota * 1_000_000 + 1);
          };
      return new Case(
          currency,
          new Rounding(MODES.get(random.nextInt(MODES.size())), step),
          grams,
          assay,
          value,
          random.nextInt(3) == 0 ? random.nextLong(1 + value) : 0,
          rate(random, currency),
          rate(random, currency),
          floor(random, currency, value, content),
          random.nextBoolean(),
          quota,
          quota * 1_000_000 - left);
    }

    /** Up to six times the price of the goods, so that duties fill the gap or do not. */
    private static long floor(
        SplittableRandom random, CurrencyCode currency, long value, long content) {
      BigInteger price =
          BigInteger.valueOf(1 + value)
              .multiply(BigInteger.TEN.pow(15 - currency.minorDigits()))
              .divide(BigInteger.valueOf(content));
      return price
          .multiply(BigInteger.valueOf(random.nextInt(600)))
          .divide(BigInteger.valueOf(100))
          .min(BigInteger.ONE.shiftLeft(40))
          .longValueExact();
    }

    private static Rate rate(SplittableRandom random, CurrencyCode currency) {
      long share = random.nextInt(4) == 0 ? 0 : random.nextLong(1_500_000);
      long perKilogram = random.nextInt(3) == 0 ? 0 : random.nextLong(1L << random.nextInt(4, 30));
      return new Rate(new Share(share), new PricePerKilogram(perKilogram, currency));
    }

    long content() {
      return grams * assay;
    }

    long within() {
      return Math.max(0, Math.min(quotaGrams * 1_000_000 - takenMicrograms, content()));
    }

    Place place() {
      return within() == content() ? Place.IN : within() == 0 ? Place.OUT : Place.ACROSS;
    }

    /**
     * Steps of the currency in the price on the content; a price is millionths, a unit 10^digits.
     */
    private Fraction priced(long millionths) {
      return Fraction.of(millionths, 1_000_000)
          .times(Fraction.of(content(), 1_000_000_000))
          .times(Fraction.of((long) Math.pow(10, currency.minorDigits()), rounding.stepMinor()));
    }

    private Fraction taxed(Rate rate) {
      return Fraction.of(rate.adValorem().millionths(), 1_000_000)
          .times(Fraction.of(value, rounding.stepMinor()))
          .plus(priced(rate.perKilogram().millionths()));
    }

    BigInteger quotaSteps() {
      return taxed(in)
          .times(Fraction.of(within(), content()))
          .plus(taxed(out).times(Fraction.of(content() - within(), content())))
          .round(rounding.mode());
    }

    BigInteger floorSteps() {
      Fraction paid =
          Fraction.of(value + duty, rounding.stepMinor())
              .plus(counts ? new Fraction(quotaSteps(), BigInteger.ONE) : Fraction.ZERO);
      return priced(floor).minus(paid).round(rounding.mode()).max(BigInteger.ZERO);
    }

    BigInteger owedMinor() {
      return quotaSteps().add(floorSteps()).multiply(BigInteger.valueOf(rounding.stepMinor()));
    }

    LevySchedule schedule() {
      Instrument.TariffRateQuota quota =
          new Instrument.TariffRateQuota("q", new Mass(quotaGrams), in, out);
      Instrument both =
          new Instrument.Together(
              List.of(
                  new Instrument.Part(quota, counts),
                  new Instrument.Part(
                      new Instrument.VariableLevy(
                          new PricePerKilogram(floor, currency), Optional.empty()),
                      true)));
      LevySchedule tiny = TinyLaw.schedule();
      return new LevySchedule(
          tiny.id(),
          tiny.version(),
          tiny.title(),
          tiny.from(),
          tiny.until(),
          ValueBasis.FOB,
          currency,
          tiny.hsEdition(),
          rounding,
          tiny.freight(),
          tiny.exemptions(),
          List.of(DutyStep.declared(DutyKind.MFN)),
          List.of(),
          List.of(TinyLaw.rule("gallium/refined", "811292", "Ga", both)));
    }

    EntryLine line() {
      return new EntryLine(
          "E1",
          1,
          LocalDate.of(2027, 3, 1),
          "811292",
          "2022",
          new Mass(grams),
          Optional.of(new Share(assay)),
          "Ga",
          new Money(value, currency),
          ValueBasis.FOB,
          TinyLaw.from("CHN", "CHN", "CHN", "CHN"),
          "importer-1",
          duty == 0
              ? List.of()
              : List.of(new DeclaredDuty(DutyKind.MFN, new Money(duty, currency))),
          "");
    }
  }

  /** At least {@link #LINES} in each: in, across, out × floor idle, due. */
  @ParameterizedTest
  @CsvSource({"USD, 1", "JPY, 1", "USD, 100"})
  void isTheLawInExactFractions(String currency, long step) {
    SplittableRandom random = new SplittableRandom(step * 1000 + currency.hashCode());
    Map<Place, Integer> due = new EnumMap<>(Place.class);
    Map<Place, Integer> idle = new EnumMap<>(Place.class);
    int tries = 0;
    while (!isEnough(due) || !isEnough(idle)) {
      assertTrue(tries++ < 40 * LINES, due + " due, " + idle + " idle");
      Case drawn = Case.of(random, CurrencyCode.of(currency), step);
      check(drawn);
      (drawn.floorSteps().signum() > 0 ? due : idle).merge(drawn.place(), 1, Integer::sum);
    }
  }

  private static boolean isEnough(Map<Place, Integer> seen) {
    return List.of(Place.values()).stream().allMatch(p -> seen.getOrDefault(p, 0) >= LINES);
  }

  /** What is owed is the law's, and the parts of the quota add up to what the quota takes. */
  private static void check(Case drawn) {
    QuotaLedger quotas = new QuotaLedger();
    quotas.restore(Map.of(new QuotaYear("q", 2027), drawn.takenMicrograms()));
    LevyEngine.Explanation explained =
        new LevyEngine(ScheduleBook.of(drawn.schedule())).explain(drawn.line(), quotas);
    long owed =
        switch (explained.outcome()) {
          case Assessed.Levied(LevyAssessment a) -> a.levy().minor();
          case Assessed.NotLevied(var refused) -> throw new AssertionError(drawn + ": " + refused);
        };
    assertEquals(drawn.owedMinor(), BigInteger.valueOf(owed), drawn::toString);
    Step quota =
        explained.steps().stream()
            .filter(step -> step.word().equals("tariff-rate-quota"))
            .findFirst()
            .orElseThrow();
    String unit = " " + drawn.currency();
    BigDecimal parts =
        Pattern.compile("= (\\d+(?:\\.\\d+)?)" + unit)
            .matcher(quota.how())
            .results()
            .map(part -> new BigDecimal(part.group(1)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(quota.result(), parts + unit, drawn::toString);
  }
}
