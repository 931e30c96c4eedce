package org.plimsoll.app.lab;

import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerJson;
import org.plimsoll.planner.market.answer.Outcome;

/**
 * The Lab's answer to a state, stated once.
 *
 * @param state that was asked
 * @param asked what it asks, which is a scenario as well
 * @param answer in tables and words; every form of the answer is made from it
 * @param pictures its drawings; empty where there is no market
 * @param failure why there is no market; empty if there is one
 */
public record LabAnswer(
    LabState state,
    LabCase asked,
    Answer answer,
    Optional<LabPictures> pictures,
    Optional<Outcome.Failure> failure) {
  /** Whether there is a market. */
  public boolean isSolved() {
    return failure.isEmpty();
  }

  /** The answer as JSON, the same bytes for the same question to the same world. */
  public String json() {
    return AnswerJson.write(answer);
  }
}
