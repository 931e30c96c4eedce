package org.plimsoll.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.ControlChange;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.commitments.ControlCalendar;

class ControlsInForceTest {
  private static final Optional<Interval> HALF = Optional.of(Interval.exactly(0.5));

  private static ExportControl control(
      String id,
      String state,
      ExportControl.InBase inBase,
      Optional<Interval> share,
      double quota) {
    return new ExportControl(
        id,
        "Aland",
        "2025-01-01",
        "2025-02-01",
        "act",
        "licence",
        "tinium",
        "all",
        state,
        state.equals("suspended") ? Optional.of("2026-11-10") : Optional.empty(),
        List.of(
            new ExportControl.Effect(
                List.of(TinyWorld.REFINED),
                Parties.of("AAA"),
                Parties.UNNAMED,
                inBase,
                share,
                Optional.empty(),
                quota > 0 ? OptionalDouble.of(quota) : OptionalDouble.empty(),
                TinyWorld.MADE_UP)),
        "",
        TinyWorld.MADE_UP);
  }

  private static ControlsInForce of(ExportControl... controls) {
    List<ControlChange> changes =
        Arrays.stream(controls)
            .map(control ->
                new ControlChange(
                    control.id(),
                    "2025-02-01",
                    control.state().equals("suspended")
                        ? ControlChange.Kind.SUSPENDED
                        : ControlChange.Kind.IN_FORCE,
                    control.suspendedUntil(),
                    "",
                    "",
                    TinyWorld.MADE_UP))
            .toList();
    return ControlsInForce.of(
        ControlCalendar.of(List.of(controls), changes, LocalDate.of(2026, 11, 24)));
  }

  @Test
  void aLicenceInForceIsAMeasureByItsIncrement() {
    ControlsInForce found =
        of(
            control("E1", "in force", ExportControl.InBase.NO, HALF, 0),
            control("E2", "in force", ExportControl.InBase.PARTLY, HALF, 0));
    assertEquals(
        List.of("control-E1", "control-E2"), found.measures().stream().map(Measure::id).toList());
    assertTrue(found.leftOut().isEmpty());
  }

  @Test
  void whatTheBaseYearShowsChangesNothing() {
    ControlsInForce found = of(control("E1", "in force", ExportControl.InBase.YES, HALF, 0));
    assertTrue(found.measures().isEmpty());
    assertEquals(
        List.of("E1 changes nothing: trade of the base year already shows it"), found.leftOut());
  }

  @Test
  void aSuspensionPastItsDateIsNeitherInForceNorEnded() {
    ControlsInForce found = of(control("E1", "suspended", ExportControl.InBase.NO, HALF, 0));
    assertTrue(found.measures().isEmpty());
    assertTrue(found.leftOut().getFirst().startsWith("E1 is solved both ways: unknown"));
    assertInstanceOf(BorderMeasure.ExportLicence.class, found.unknown().getFirst());
  }

  @Test
  void aQuotaIsAQuota() {
    ControlsInForce found =
        of(control("E1", "in force", ExportControl.InBase.NO, Optional.empty(), 12));
    BorderMeasure.ExportQuota quota =
        assertInstanceOf(BorderMeasure.ExportQuota.class, found.measures().getFirst());
    assertEquals(Interval.exactly(12), quota.tonnesPerYear());
  }

  @Test
  void anEffectWithoutAFigureIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> of(control("E1", "in force", ExportControl.InBase.NO, Optional.empty(), 0)));
  }
}
