package org.plimsoll.sources.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Flow;

/** What a world says of itself after balancing, on the numbers of {@link TinyWorld}. */
final class LookingBackTest {
  private final Evidence tiny = TinyWorld.evidence();

  @Test
  void theSidesOfTheTinyWorldMeet() {
    ProductSides refined = sides(tiny, TinyWorld.REFINED);
    assertEquals(Map.of(TinyWorld.AAA, 70.0, TinyWorld.BBB, 30.0), refined.made());
    assertEquals(Map.of(TinyWorld.AAA, 70.0, TinyWorld.BBB, 30.0), refined.shipped());
    assertEquals(
        Map.of(TinyWorld.AAA, 40.0, TinyWorld.BBB, 30.0, TinyWorld.CCC, 30.0), refined.taken());
    assertEquals(100, refined.sizeTonnes());
    assertEquals(0, refined.residual());
    // The inputs of refining are the use of ore.
    assertEquals(
        Map.of(TinyWorld.AAA, 70.0, TinyWorld.BBB, 30.0), sides(tiny, TinyWorld.ORE).taken());
  }

  @Test
  void aTonneTooManyShowsAsAHundredth() {
    Flow moved = change(tiny.flows().getFirst(), 71, OptionalDouble.of(70), Grade.A);
    ProductSides ore = sides(withFirstFlow(moved), TinyWorld.ORE);
    // 71 shipped of 70 made; the size is then 101
    assertEquals(1.0 / 101, ore.residual(), 1e-12);
  }

  @Test
  void tradeIsWhatCrossesABorder() {
    // 10 t from A to B and 20 + 10 t to C; the first is made a prior
    List<Flow> flows = new ArrayList<>(tiny.flows());
    flows.replaceAll(f ->
        f.product().equals(TinyWorld.REFINED) && f.importer().equals(TinyWorld.BBB)
            ? change(f, f.tonnes(), OptionalDouble.empty(), Grade.C)
            : f);
    GradeShares trade =
        GradeShares.ofTrade(MaterialBalance.ofBaseYear(withFlows(flows)), TinyWorld.REFINED);
    assertEquals(40, trade.tonnes());
    assertEquals(0.25, trade.share(Grade.C));
    assertEquals(0.75, trade.share(Grade.A));
    assertEquals(0, trade.share(Grade.B));
  }

  @Test
  void solvedIsWhatRestsOnPriorsByAThirdAtMost() {
    // Of 40 t of trade the flow from A to B is 10 t, from A to C 20 t: a quarter, then three.
    assertEquals(Tier.SOLVED, EarnedTier.of(MaterialBalance.ofBaseYear(tiny), TinyWorld.REFINED));
    assertEquals(
        Tier.SOLVED,
        EarnedTier.of(MaterialBalance.ofBaseYear(withPriorsTo(TinyWorld.BBB)), TinyWorld.REFINED));
    Evidence weak = withPriorsTo(TinyWorld.CCC);
    assertEquals(
        Tier.INDICATIVE, EarnedTier.of(MaterialBalance.ofBaseYear(weak), TinyWorld.REFINED));
    assertTrue(
        EarnedTier.isTooKind(MaterialBalance.ofBaseYear(weak), weak.getProduct(TinyWorld.REFINED)));
    assertFalse(
        EarnedTier.isTooKind(MaterialBalance.ofBaseYear(tiny), tiny.getProduct(TinyWorld.REFINED)));
  }

  private Evidence withPriorsTo(CountryCode importer) {
    List<Flow> flows = new ArrayList<>(tiny.flows());
    flows.replaceAll(f ->
        f.product().equals(TinyWorld.REFINED)
                && f.importer().equals(importer)
                && !f.exporter().equals(importer)
            ? change(f, f.tonnes(), OptionalDouble.empty(), Grade.C)
            : f);
    return withFlows(flows);
  }

  @Test
  void outputAndUseHaveTheGradeOfTheirLevels() {
    assertEquals(
        100, GradeShares.ofOutput(MaterialBalance.ofBaseYear(tiny), TinyWorld.ORE).tonnes());
    assertEquals(
        1, GradeShares.ofOutput(MaterialBalance.ofBaseYear(tiny), TinyWorld.ORE).share(Grade.A));
    assertEquals(100, GradeShares.ofUse(MaterialBalance.ofBaseYear(tiny), TinyWorld.ORE).tonnes());
    assertEquals(
        100, GradeShares.ofUse(MaterialBalance.ofBaseYear(tiny), TinyWorld.REFINED).tonnes());
    assertEquals(
        0,
        GradeShares.ofUse(MaterialBalance.ofBaseYear(tiny), ProductId.parse("tinium/scrap"))
            .share(Grade.A));
  }

  @Test
  void theLargestChangeIsTheOneThatMovesMostOfTheWorld() {
    List<Flow> flows = new ArrayList<>(tiny.flows());
    // ore A to A 70 was seen as 40: 30 of 100; refined B to C 10 was seen as 1: 9 of 100
    flows.set(0, change(flows.get(0), 70, OptionalDouble.of(40), Grade.B));
    flows.set(7, change(flows.get(7), 10, OptionalDouble.of(1), Grade.B));
    flows.set(6, change(flows.get(6), 20, OptionalDouble.empty(), Grade.C));
    List<BalancingChange> changes = BalancingChange.list(withFlows(flows));
    assertEquals(0.3, changes.get(0).shareOfOutput(), 1e-12);
    assertEquals(1.75, changes.get(0).factor(), 1e-12);
    assertEquals(0.09, changes.get(1).shareOfOutput(), 1e-12);
    assertEquals(10, changes.get(1).factor(), 1e-12);
    assertEquals(7, changes.size(), "what was not observed was not changed");
  }

  private static ProductSides sides(Evidence evidence, ProductId product) {
    return Optional.ofNullable(ProductSides.of(evidence).get(product)).orElseThrow();
  }

  private Evidence withFirstFlow(Flow flow) {
    List<Flow> flows = new ArrayList<>(tiny.flows());
    flows.set(0, flow);
    return withFlows(flows);
  }

  private Evidence withFlows(List<Flow> flows) {
    return tiny.with(w -> w.flows = flows);
  }

  private static Flow change(Flow flow, double tonnes, OptionalDouble observed, Grade grade) {
    Provenance known = flow.provenance();
    return new Flow(
        flow.product(),
        flow.exporter(),
        flow.importer(),
        flow.year(),
        tonnes,
        observed,
        new Provenance(known.source(), grade, known.status(), known.note()));
  }
}
