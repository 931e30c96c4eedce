package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Interval;

/** What a price did under an export control of the past, beside what the Lab says of its levers. */
public final class LabObserved {
  private static final int DIGITS = 2;

  private LabObserved() {}

  /**
   * In sentences: what the control is laid on, what was observed, what the model says, and whether
   * it missed.
   *
   * @param answer of the Lab with the levers of the episode
   */
  public static List<String> sentences(ShockOutcome outcome, LabAnswer answer) {
    Interval observed = outcome.multiple().orElseThrow();
    List<String> sentences = new ArrayList<>();
    sentences.add(ground(answer));
    sentences.add(
        ("Observed: %s. Price outside over that before, %s months after %s; %s, %s."
                + " Verification: %s.")
            .formatted(
                times(observed),
                Cell.number(outcome.months().orElseThrow().central(), DIGITS + 1),
                outcome.announced(),
                outcome.priceType(),
                outcome.location(),
                outcome.verification().name().toLowerCase(java.util.Locale.ROOT)));
    sentences.add("Source of the prices: " + outcome.source() + ".");
    OptionalDouble model =
        answer.pictures().map(LabPictures::allianceMultiple).orElse(OptionalDouble.empty());
    sentences.add(
        model.isPresent()
            ? "With these levers the model has %s: %s."
                .formatted(times(Interval.exactly(model.getAsDouble())), verdict(model, observed))
            : "With these levers the model has no price to compare.");
    return sentences;
  }

  /** What the control is laid on, whose title says nothing of it. */
  private static String ground(LabAnswer answer) {
    Scenario scenario = answer.asked().extended();
    List<ProductId> held = answer.state().kept().keySet().stream().map(e -> e.product()).toList();
    boolean isQuiet =
        !scenario.controlsInForce()
            && scenario.measures().stream().noneMatch(m -> LabPresets.isOn(m, held));
    return "The control is laid on the scenario \u201C%s\u201D, %s."
        .formatted(
            scenario.title(),
            isQuiet
                ? "which does nothing else to this mineral"
                : "whose own measures and controls stand beside it");
  }

  private static String verdict(OptionalDouble model, Interval observed) {
    return model.getAsDouble() < observed.low()
        ? "a miss, below what was observed"
        : model.getAsDouble() > observed.high()
            ? "a miss, above what was observed"
            : "within what was observed";
  }

  private static String times(Interval value) {
    String low = Cell.number(value.low(), DIGITS);
    String high = Cell.number(value.high(), DIGITS);
    return "×"
        + Cell.number(value.central(), DIGITS)
        + Optional.of(" (%s to %s)".formatted(low, high)).filter(r -> !low.equals(high)).orElse("");
  }
}
