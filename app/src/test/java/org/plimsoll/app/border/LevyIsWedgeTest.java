package org.plimsoll.app.border;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.border.entry.DeclaredDuty;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.ValueBasis;
import org.plimsoll.border.levy.Assessed;
import org.plimsoll.border.levy.DutyStep;
import org.plimsoll.border.levy.Exemptions;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.MeasureInstruments;
import org.plimsoll.border.levy.QuotaLedger;
import org.plimsoll.border.levy.Rounding;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.border.origin.OriginFacts;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;

/**
 * The two arithmetics say the same: on every route of a random market, the levy on an entry of a
 * thousand tonnes at the route's price is the solver's wedge, to the rounding of a dollar a tonne's
 * sixth digit.
 */
class LevyIsWedgeTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
  private static final long TONNES = 1000;
  private static final CountryCode USA = CountryCode.of("USA");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void theLevyOnAnEntryIsTheWedgeAtItsPrice(long seed) {
    compare(seed);
  }

  @Test
  void manyRoutesAreLevied() {
    int levied = 0;
    for (long seed = 1; seed <= 16; seed++) {
      levied += compare(seed);
    }
    assertTrue(levied > 16, levied + " routes pay a levy");
  }

  /** Compares every route to the importer; returns how many of them pay. */
  private static int compare(long seed) {
    Evidence world = RandomMarkets.evidence(seed);
    SplittableRandom random = new SplittableRandom(seed);
    double base =
        world.findBasePrice(RandomMarkets.LAST, "base2024").orElseThrow().usdPerTonne().central();
    CountryCode importer = world.countries().get(random.nextInt(world.countries().size())).code();
    Terms terms =
        new Terms(
            "measure",
            List.of(RandomMarkets.LAST),
            Parties.UNNAMED,
            Parties.of(importer.id()),
            Parties.of(importer.id()),
            Optional.empty(),
            Optional.empty(),
            Status.ASSUMED,
            "random");
    double price = base * (1 + random.nextDouble());
    BorderMeasure measure =
        seed % 2 == 0
            ? new BorderMeasure.PriceFloor(
                terms,
                Interval.exactly(price),
                random.nextBoolean() ? Optional.of(base / 10) : Optional.empty(),
                BorderMeasure.GapGoesTo.IMPORTER)
            : new BorderMeasure.PartialLevy(
                terms, Interval.exactly(2 * price), LevyLadder.SPECIAL_SAFEGUARD);
    Market market = Market.of(world, RandomMarkets.scenario(measure), ParameterDraw.central());
    if (!(Answers.once(market) instanceof Outcome.Converged solved)) {
      throw new AssertionError("seed " + seed + " has no answer");
    }
    LevyEngine engine = new LevyEngine(ScheduleBook.of(schedule(measure, importer)));
    int levied = 0;
    for (Route route : solved.equilibrium().listRoutes(RandomMarkets.LAST)) {
      if (route.to().equals(importer) && !isInland(world, route)) {
        assertEquals(route.levyUsd(), levyOn(engine, route), 1e-3 + 1e-7 * base, route.toString());
        levied += route.levyUsd() > 0 ? 1 : 0;
      }
    }
    return levied;
  }

  /** Goods within a customs territory cross no border. */
  private static boolean isInland(Evidence world, Route route) {
    return route.from().equals(route.to())
        || world.territories().stream()
            .anyMatch(t -> t.members().containsAll(List.of(route.from(), route.to())));
  }

  /** USD a tonne. */
  private static double levyOn(LevyEngine engine, Route route) {
    double value = route.producerUsd() + route.exportTaxUsd() + route.rentUsd();
    double customs = value + (route.to().equals(USA) ? 0 : route.freightUsd());
    EntryLine line =
        new EntryLine(
            "E",
            1,
            DAY,
            "111111",
            "",
            new Mass(TONNES * 1_000_000),
            Optional.empty(),
            "",
            usd(customs * TONNES),
            ValueBasis.FOB,
            OriginFacts.UNKNOWN,
            "importer",
            List.of(new DeclaredDuty(DutyKind.MFN, usd(route.dutyUsd() * TONNES))),
            "");
    return switch (engine.assess(line, new QuotaLedger())) {
      case Assessed.Levied levied -> levied.assessment().levy().toDecimal().doubleValue() / TONNES;
      case Assessed.NotLevied not -> throw new AssertionError(not.toString());
    };
  }

  private static Money usd(double amount) {
    return Money.of(new BigDecimal(amount).setScale(2, RoundingMode.HALF_UP), CurrencyCode.USD);
  }

  private static LevySchedule schedule(BorderMeasure measure, CountryCode importer) {
    return new LevySchedule(
        "wedge",
        "1",
        "The measure as law of " + importer,
        DAY,
        Optional.empty(),
        ValueBasis.FOB,
        CurrencyCode.USD,
        "2022",
        Rounding.HALF_UP,
        Optional.empty(),
        Exemptions.NONE,
        List.of(DutyStep.declared(DutyKind.MFN)),
        List.of(),
        List.of(
            new LevyRule(
                "measure",
                RandomMarkets.LAST,
                List.of("111111"),
                "X",
                Optional.of(Share.ONE),
                new TreeMap<>(),
                Optional.empty(),
                false,
                MeasureInstruments.of(measure).orElseThrow(),
                "random")));
  }
}
