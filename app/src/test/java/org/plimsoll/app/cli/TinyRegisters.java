package org.plimsoll.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.CommitmentEvent;
import org.plimsoll.model.policy.ControlChange;
import org.plimsoll.model.policy.ControlScope;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.policy.PartyName;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.ProjectTie;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Parameter;

/** {@link TinyWorld} with a few rows in each register. */
public final class TinyRegisters {
  private TinyRegisters() {}

  public static Evidence evidence() {
    Evidence tiny = TinyWorld.evidence();
    return tiny.with(w -> {
      w.projects = List.of(project());
      w.exportControls = List.of(control("E1", "2026-11-10"), control("E2", "2026-11-27"));
      w.commitments =
          List.of(
              commitment("C1", "2026-03-06", Optional.of("2026-04-24")),
              commitment("C2", "2026-07-13", Optional.empty()));
      w.commitmentEvents = List.of(kept("C1", "2026-04-24"));
      w.controlChanges = List.of(suspended("E1", "2026-11-10"), suspended("E2", "2026-11-27"));
      w.controlScopes = List.of(scope("E1", "1C1"), scope("E2", ""));
      w.partyNames =
          List.of(
              new PartyName(
                  "Bland Metals",
                  "BM",
                  PartyName.Kind.ABBREVIATION,
                  Optional.of(TinyWorld.BBB),
                  List.of("P1"),
                  TinyWorld.MADE_UP));
      w.projectTies =
          List.of(new ProjectTie("C1", "P1", ProjectTie.Kind.STEP, "a permit", TinyWorld.MADE_UP));
      w.partners =
          List.of(
              partner(TinyWorld.BBB, "Bland", Partner.Tie.SIGNED),
              partner(TinyWorld.CCC, "Cland", Partner.Tie.ATTENDED));
      List<Parameter> parameters = new ArrayList<>(w.parameters);
      parameters.add(parameter("carrying-rate", 0.05));
      parameters.add(parameter("buying-years", 3));
      parameters.add(parameter("capital-charge-rate", 0.1));
      parameters.add(parameter("capital-life-years", 20));
      parameters.add(parameter("reserve-years", 5));
      w.parameters = parameters;
    });
  }

  private static Parameter parameter(String name, double value) {
    return new Parameter(name, "*", Interval.exactly(value), "1", TinyWorld.MADE_UP);
  }

  private static Partner partner(CountryCode country, String name, Partner.Tie tie) {
    return new Partner(
        country,
        "framework",
        name,
        tie,
        "AAA",
        tie == Partner.Tie.SIGNED ? Optional.of("2026-02-04") : Optional.empty(),
        "a partner",
        TinyWorld.MADE_UP);
  }

  private static Project project() {
    return new Project(
        "P1",
        "Bland Refinery",
        "Bland Metals",
        Optional.of(TinyWorld.BBB),
        "Tinium",
        "refining",
        Optional.of(TinyWorld.REFINED),
        List.of(),
        OptionalDouble.of(12_345),
        "tinium content",
        OptionalDouble.empty(),
        OptionalInt.of(2027),
        "building",
        "a loan",
        "https://example.org/p1",
        "verified",
        TinyWorld.MADE_UP);
  }

  private static ExportControl control(String id, String suspendedUntil) {
    return new ExportControl(
        id,
        "Aland",
        "2025-10-09",
        "2025-11-08",
        "Notice " + id,
        "licence",
        "tinium",
        "all",
        "suspended",
        Optional.of(suspendedUntil),
        List.of(
            new ExportControl.Effect(
                List.of(TinyWorld.REFINED),
                Parties.of("AAA"),
                Parties.UNNAMED,
                ExportControl.InBase.NO,
                Optional.of(new Interval(0, 0.5, 1)),
                Optional.empty(),
                OptionalDouble.empty(),
                TinyWorld.MADE_UP)),
        "https://example.org/" + id,
        TinyWorld.MADE_UP);
  }

  private static Commitment commitment(String id, String due, Optional<String> done) {
    return new Commitment(
        id,
        "2026-01-14",
        "Bland; Cland",
        "statement",
        "non-binding",
        "A memorandum on tinium that is described in words enough to be cut on a terminal",
        Optional.of(due),
        "stated",
        "as worded",
        done,
        "https://example.org/" + id,
        "verified",
        TinyWorld.MADE_UP);
  }

  private static CommitmentEvent kept(String commitment, String date) {
    return new CommitmentEvent(
        commitment,
        date,
        CommitmentEvent.Kind.KEPT,
        Optional.empty(),
        "signed",
        "https://example.org/" + commitment,
        TinyWorld.MADE_UP);
  }

  private static ControlChange suspended(String control, String until) {
    return new ControlChange(
        control,
        "2025-11-07",
        ControlChange.Kind.SUSPENDED,
        Optional.of(until),
        "by another notice",
        "https://example.org/" + control,
        TinyWorld.MADE_UP);
  }

  private static ControlScope scope(String control, String code) {
    return new ControlScope(
        control,
        code,
        "tinium",
        List.of(TinyWorld.REFINED),
        Parties.UNNAMED,
        ControlScope.EndUsers.ANY,
        false,
        TinyWorld.MADE_UP);
  }
}
