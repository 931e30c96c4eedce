package org.plimsoll.app.border;

import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.app.answer.Answer;

/** What an answer says first that rests on a part of a file. */
final class Incomplete {
  private Incomplete() {}

  /**
   * The sentence.
   *
   * @param what breaks off
   * @param brokenAfter its last line that is whole; empty if all of it is
   */
  static Optional<String> sentence(String what, OptionalLong brokenAfter) {
    return brokenAfter.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "INCOMPLETE: %s breaks after line %,d, and what follows is lost. Maybe fetch it again."
                .formatted(what, brokenAfter.getAsLong()));
  }

  /** The answer with the sentence, if the file breaks off. */
  static Answer mark(Answer answer, String what, OptionalLong brokenAfter) {
    return sentence(what, brokenAfter)
        .map(said -> answer.fact(Answer.INCOMPLETE, said))
        .orElse(answer);
  }
}
