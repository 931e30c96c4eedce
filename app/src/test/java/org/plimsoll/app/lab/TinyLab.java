package org.plimsoll.app.lab;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.BorderMeasure.GapGoesTo;
import org.plimsoll.model.policy.ControlChange;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/**
 * {@link TinyWorld} with two projects that can be built, one that cannot, and a control of AAA on
 * what is refined, and scenarios: {@code tiny} without measures, {@code floored} with a floor and a
 * ban of its own, {@code controlled} with the control in force.
 */
final class TinyLab {
  private TinyLab() {}

  static LabWords words() {
    TreeMap<String, Scenario> scenarios = new TreeMap<>();
    scenarios.put("tiny", TinyWorld.scenario());
    scenarios.put("floored", TinyWorld.scenario(floor(), ban()));
    scenarios.put("controlled", controlled());
    return new LabWords(evidence(), scenarios);
  }

  static LabMarkets markets() {
    return new LabMarkets(words(), "3f2ac1", ForkJoinPool.commonPool());
  }

  /** 12 USD/kg on what is refined, at the borders of BBB and CCC. */
  static BorderMeasure floor() {
    return new BorderMeasure.PriceFloor(
        new Terms(
            "floor",
            List.of(TinyWorld.REFINED),
            Parties.UNNAMED,
            Parties.of("core"),
            Parties.of("core"),
            Optional.empty(),
            Optional.empty(),
            Status.ASSUMED,
            "a test"),
        Interval.exactly(12_000),
        Optional.of(50_000.0),
        GapGoesTo.IMPORTER);
  }

  private static BorderMeasure ban() {
    return new BorderMeasure.ExportBan(
        Terms.of(
            "ban",
            List.of(TinyWorld.ORE, TinyWorld.REFINED),
            Parties.of("AAA"),
            Parties.of("CCC"),
            Status.ASSUMED,
            "a test"));
  }

  private static Scenario controlled() {
    Scenario tiny = TinyWorld.scenario();
    return new Scenario(
        "controlled",
        "A tiny alliance under a control",
        tiny.asOf(),
        tiny.horizon(),
        tiny.priceVintage(),
        tiny.alliance(),
        false,
        true,
        List.of(),
        0,
        tiny.parameters());
  }

  private static Evidence evidence() {
    return TinyWorld.evidence()
        .with(w -> {
          w.projects =
              List.of(
                  project("P001", OptionalDouble.of(5)),
                  project("P002", OptionalDouble.of(15)),
                  project("P003", OptionalDouble.empty()));
          w.exportControls = List.of(control());
          w.controlChanges =
              List.of(
                  new ControlChange(
                      "E001",
                      "2025-11-08",
                      ControlChange.Kind.IN_FORCE,
                      Optional.empty(),
                      "",
                      "",
                      TinyWorld.MADE_UP));
        });
  }

  private static Project project(String id, OptionalDouble tonnes) {
    return new Project(
        id,
        "Refinery " + id,
        "Bland Metals",
        Optional.of(TinyWorld.BBB),
        "Tinium",
        "refining",
        Optional.of(TinyWorld.REFINED),
        List.of(),
        tonnes,
        "tinium content",
        OptionalDouble.empty(),
        OptionalInt.of(2028),
        "building",
        "a loan",
        "https://example.org/" + id,
        "verified",
        TinyWorld.MADE_UP);
  }

  private static ExportControl control() {
    return new ExportControl(
        "E001",
        "Aland",
        "2025-10-09",
        "2025-11-08",
        "Notice 1",
        "licence",
        "tinium",
        "all",
        "in force",
        Optional.empty(),
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
        "https://example.org/E001",
        TinyWorld.MADE_UP);
  }
}
