package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Shown after a second, ten times a second at most, and taken away at the end. */
class ProgressLineTest {
  private final StringWriter err = new StringWriter();
  private final AtomicLong millis = new AtomicLong(5_000);
  private final ProgressLine line =
      new ProgressLine(new PrintWriter(err), () -> millis.get() * 1_000_000);

  @Test
  void whatIsQuickIsNotShown() {
    millis.addAndGet(999);
    line.at(1, 182, "stops");
    line.wipe();
    assertEquals("", err.toString());
  }

  @Test
  void aLineIsWrittenOverItselfAndTakenAway() {
    millis.addAndGet(1_000);
    line.at(41, 182, "stops");
    millis.addAndGet(99);
    line.at(42, 182, "stops");
    millis.addAndGet(8_000);
    line.at(1_000, 1_182, "stops");
    line.wipe();
    line.wipe();
    assertEquals(
        "\r\u001b[Ksolving 41 of 182 stops, 1 s"
            + "\r\u001b[Ksolving 1,000 of 1,182 stops, 9 s"
            + "\r\u001b[K",
        err.toString());
  }
}
