package org.plimsoll.planner.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/** Controls that a case leaves out. */
class QuestionTest {
  private static final ProductId OTHER = ProductId.parse("elsium/metal");

  private static Measure licence(ProductId... products) {
    return new BorderMeasure.ExportLicence(
        new Terms(
            "control",
            List.of(products),
            Parties.of("AAA"),
            Parties.UNNAMED,
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.REPORTED,
            "a test"),
        Interval.exactly(0.5),
        Optional.empty(),
        Optional.empty());
  }

  /** An act on many commodities goes on for the others. */
  @Test
  void aControlIsLiftedFromOneCommodityAlone() {
    Question.Lifted tinium = new Question.Lifted(TinyWorld.AAA, "tinium");
    Measure both = licence(TinyWorld.REFINED, OTHER);
    assertTrue(tinium.covers(both));
    Measure left = tinium.without(both).orElseThrow();
    assertEquals(List.of(OTHER), left.terms().products());
    assertEquals(Interval.exactly(0.5), ((BorderMeasure.ExportLicence) left).share());
    assertTrue(tinium.without(licence(TinyWorld.REFINED)).isEmpty());
    assertEquals(Optional.of(licence(OTHER)), tinium.without(licence(OTHER)));
    Question.Lifted another = new Question.Lifted(TinyWorld.BBB, "tinium");
    assertEquals(Optional.of(both), another.without(both), "somebody else's control stays");
  }
}
