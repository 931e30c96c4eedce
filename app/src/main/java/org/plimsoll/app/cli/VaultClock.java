package org.plimsoll.app.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.plimsoll.app.session.Refusal;
import picocli.CommandLine.Option;

/** What time it is: the option of all verbs of a vault that book. */
final class VaultClock {
  private static final String NOW = "--now";

  @Option(
      names = NOW,
      paramLabel = "MOMENT",
      description = "Takes this moment in UTC for now: rehearses days that are still to come.")
  private Optional<String> now = Optional.empty();

  InstantSource source() {
    return now.map(text -> InstantSource.fixed(moment(NOW, text))).orElse(InstantSource.system());
  }

  static Instant moment(String option, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Refusal.of(
          option + " is '" + text + "'", "write a moment in UTC: 2026-08-14T12:00:00Z");
    }
  }
}
