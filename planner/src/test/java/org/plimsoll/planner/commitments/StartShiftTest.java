package org.plimsoll.planner.commitments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.CommitmentEvent;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.ProjectTie;

/** A plant that starts in 2027, and a step before it that is due on 6 March 2026. */
class StartShiftTest {
  private static final LocalDate ASKED = LocalDate.of(2026, 11, 24);

  private static Evidence world(ProjectTie.Kind tie, CommitmentEvent... events) {
    return TinyWorld.evidence()
        .with(e -> {
          e.projects =
              List.of(
                  new Project(
                      "P1",
                      "Plant",
                      "Firm",
                      Optional.of(TinyWorld.BBB),
                      "tinium",
                      "refining",
                      Optional.of(TinyWorld.REFINED),
                      List.of(),
                      OptionalDouble.of(10),
                      "",
                      OptionalDouble.empty(),
                      OptionalInt.of(2027),
                      "building",
                      "",
                      "",
                      "",
                      TinyWorld.MADE_UP));
          e.commitments =
              List.of(
                  new Commitment(
                      "C1",
                      "2026-01-01",
                      "Firm",
                      "permit",
                      "",
                      "a permit",
                      Optional.of("2026-03-06"),
                      "stated",
                      "as worded",
                      Optional.empty(),
                      "",
                      "",
                      TinyWorld.MADE_UP));
          e.projectTies = List.of(new ProjectTie("C1", "P1", tie, "it", TinyWorld.MADE_UP));
          e.commitmentEvents = List.of(events);
        });
  }

  private static CommitmentEvent event(
      String date, CommitmentEvent.Kind kind, Optional<String> until) {
    return new CommitmentEvent("C1", date, kind, until, "it", "", TinyWorld.MADE_UP);
  }

  private static Optional<StartShift> shift(Evidence world) {
    return Optional.ofNullable(StartShift.of(world, CommitmentCalendar.of(world, ASKED)).get("P1"));
  }

  /** 6 March to 24 April are 49 days. */
  @Test
  void whatIsKeptLateMovesTheStartByAsManyDays() {
    StartShift shift =
        shift(
                world(
                    ProjectTie.Kind.STEP,
                    event("2026-04-24", CommitmentEvent.Kind.KEPT, Optional.empty())))
            .orElseThrow();
    assertEquals(new DayCount(49, 49), shift.slip());
    assertEquals("2027-02-19 to 2028-02-18", shift.start().toString());
    assertEquals(2027, shift.announcedYear());
  }

  @Test
  void aMovedDateMovesIt() {
    StartShift shift =
        shift(
                world(
                    ProjectTie.Kind.START,
                    event("2026-03-01", CommitmentEvent.Kind.MOVED, Optional.of("2027-03-06"))))
            .orElseThrow();
    assertEquals(new DayCount(365, 365), shift.slip());
    assertEquals("2028-01-01 to 2028-12-30", shift.start().toString());
  }

  /** While it is overdue it moves day by day: from 6 March to 24 November 263 days. */
  @Test
  void whatIsOverdueMovesItByTheDaysSoFar() {
    StartShift shift =
        shift(
                world(
                    ProjectTie.Kind.STEP,
                    event("2026-05-01", CommitmentEvent.Kind.NOT_KEPT, Optional.empty())))
            .orElseThrow();
    assertEquals(new DayCount(263, 263), shift.slip());
  }

  @Test
  void nobodyCanSayThatAnUnknownOneSlippedAndMoneyMovesNothing() {
    assertTrue(shift(world(ProjectTie.Kind.STEP)).isEmpty());
    assertTrue(
        shift(
                world(
                    ProjectTie.Kind.SUPPORT,
                    event("2026-04-24", CommitmentEvent.Kind.KEPT, Optional.empty())))
            .isEmpty());
  }
}
