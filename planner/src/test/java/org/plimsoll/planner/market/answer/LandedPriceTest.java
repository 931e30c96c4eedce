package org.plimsoll.planner.market.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.Policy;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Response;
import org.plimsoll.planner.market.rows.Sourcing;
import org.plimsoll.planner.market.rows.UseStep;

/**
 * The audit's landed price by hand. The maker's price is 50; with an export tax of 20% and 1, and a
 * rent of 4, goods leave for 65; freight is 5, counted in the customs value of 70; the tariff is
 * 10%.
 */
class LandedPriceTest {
  private static final ProductId GOOD = ProductId.parse("good/refined");

  private static final List<Measure> TAXES =
      List.of(
          new BorderMeasure.ExportTax(terms("tax"), Interval.exactly(0.2), Interval.exactly(1)),
          new BorderMeasure.Tariff(terms("tariff"), Interval.exactly(0.1), Interval.exactly(0)));

  private static Terms terms(String id) {
    return new Terms(
        id,
        List.of(GOOD),
        Parties.UNNAMED,
        Parties.UNNAMED,
        Parties.UNNAMED,
        Optional.empty(),
        Optional.empty(),
        Status.ASSUMED,
        "test");
  }

  private static LandedPrice price(Measure... more) {
    ProductFigures good =
        new ProductFigures(
            GOOD,
            50,
            new Sourcing.Homogeneous(1),
            0,
            0,
            0,
            UseStep.of(Double.POSITIVE_INFINITY),
            0,
            0,
            0,
            1,
            Response.NONE);
    Chain chain =
        new Chain(
            List.of(good),
            new TreeSet<>(List.of(new Node(0, new Region("here")))),
            new TreeSet<>(List.of(new Node(0, new Region("there")))));
    chain.freight[0] = 5;
    chain.valued[0] = 5;
    List<Measure> measures = new ArrayList<>(TAXES);
    measures.addAll(List.of(more));
    Policy policy =
        new Policy(
            measures,
            Optional.empty(),
            parties -> Collections.emptySortedSet(),
            (measure, field, range) -> range.central(),
            Collections.emptySortedSet());
    return LandedPrice.of(chain, new LanePolicy(chain, policy), 0, 50, 4, 0, 0);
  }

  private static BorderMeasure floor(Optional<Double> bound, BorderMeasure.GapGoesTo gap) {
    return new BorderMeasure.PriceFloor(terms("floor"), Interval.exactly(99), bound, gap);
  }

  private static void assertPrice(
      double duty, double partial, double gap, double landed, LandedPrice price) {
    assertEquals(65, price.export(), 1e-12);
    assertEquals(70, price.customsValue(), 1e-12);
    assertEquals(duty, price.duty(), 1e-12);
    assertEquals(partial, price.partialLevy(), 1e-12);
    assertEquals(gap, price.floorGap(), 1e-12);
    assertEquals(landed, price.landed(), 1e-12);
  }

  @Test
  void dutyIsOnTheValueWithFreight() {
    assertPrice(7, 0, 0, 77, price());
  }

  /** 99 − 70 − 7. */
  @Test
  void aLevyFillsTheGapToTheFloor() {
    assertPrice(7, 0, 22, 99, price(floor(Optional.empty(), BorderMeasure.GapGoesTo.IMPORTER)));
  }

  @Test
  void aBoundEndsTheLevy() {
    assertPrice(7, 0, 10, 87, price(floor(Optional.of(10.0), BorderMeasure.GapGoesTo.IMPORTER)));
  }

  /** They ask for 22/1.1 more, and duty is paid on 90. */
  @Test
  void exportersWhoKeepTheGapPayDutyOnIt() {
    assertPrice(9, 0, 20, 99, price(floor(Optional.empty(), BorderMeasure.GapGoesTo.EXPORTER)));
  }

  /** Of a fall from 100 to 70, 30% of what lies below 90. */
  @Test
  void aPartialLevyTakesItsShareOfTheFall() {
    BorderMeasure levy =
        new BorderMeasure.PartialLevy(
            terms("levy"), Interval.exactly(100), LevyLadder.SPECIAL_SAFEGUARD);
    assertPrice(7, 6, 0, 83, price(levy));
  }
}
