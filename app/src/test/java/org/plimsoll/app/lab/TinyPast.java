package org.plimsoll.app.lab;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.TradeClass;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Place;

/** A past of {@link TinyWorld}: an export control of AAA on what is refined. */
public final class TinyPast {
  private TinyPast() {}

  /** Half of what others had from AAA was lost: 1 - 0.4 / 0.8. */
  public static ShockOutcome outcome(double months, double low, double high) {
    return new ShockOutcome(
        "Ti2010",
        "tinium",
        "tinium/refined",
        Optional.of(TinyWorld.REFINED),
        List.of(),
        TradeClass.MINOR,
        List.of(TinyWorld.AAA),
        "export licences",
        ShockOutcome.Kind.EXPORT_CONTROL,
        "all",
        "2010-07-08",
        Optional.of(Interval.exactly(0.8)),
        "a test",
        Optional.of(Interval.exactly(months)),
        Optional.of(Interval.exactly(0.4)),
        "assessment",
        "Beeport",
        "10",
        "15",
        "USD/kg",
        Optional.of(new Interval(low, (low + high) / 2, high)),
        Optional.empty(),
        ShockOutcome.Verification.VERIFIED,
        "a paper",
        "",
        "fit",
        Place.ofFile("episodes.csv"));
  }
}
