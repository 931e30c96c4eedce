package org.plimsoll.app.architecture.offender;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

final class ReadsClock {
  private ReadsClock() {}

  static boolean isLater(LocalDate day) {
    return LocalDate.now(ZoneOffset.UTC).isAfter(day) || Clock.systemUTC().millis() < 0;
  }
}
