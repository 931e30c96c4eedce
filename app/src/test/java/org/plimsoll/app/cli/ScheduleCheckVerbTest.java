package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.world.RealWorld;

/** {@code plimsoll schedule check} on two versions: a floor of 400 until July 2027, then of 450. */
class ScheduleCheckVerbTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String LAW =
      """
      schedule: tiny
      version: '1'
      from: 2027-01-01
      until: 2027-07-01
      basis: FOB
      currency: USD
      hsEdition: '2022'
      rules:
        - id: gallium
          product: gallium/refined
          codes: ['811292']
          basis: Ga
          grade: {atLeast: 0.9, below: 1}
          instrument: variable-levy
          floor: 400
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int check(String... arguments) {
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    String[] all = new String[arguments.length + 3];
    all[0] = "schedule";
    all[1] = "check";
    all[2] = folder.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return new Shell(new Console(RealWorld::open, ROOT, terminal)).run(all);
  }

  @BeforeEach
  void writeVersions() throws IOException {
    Files.writeString(folder.resolve("1.yaml"), LAW);
    Files.writeString(
        folder.resolve("2.yaml"),
        LAW.replace("version: '1'", "version: '2'")
            .replace("from: 2027-01-01\nuntil: 2027-07-01", "from: 2027-07-01")
            .replace("floor: 400", "floor: 450"));
  }

  @Test
  void theLawOfADayIsThatOfItsVersion() {
    assertEquals(0, check("--on", "2027-06-30"));
    String first = out.toString();
    assertTrue(first.contains("400 USD/kg") && first.contains("2027-07-01"), first);
    assertFalse(first.contains("450 USD/kg"), first);
    out.getBuffer().setLength(0);
    assertEquals(0, check("--on", "2027-07-01", "--json"));
    String second = out.toString();
    assertTrue(second.contains("\"pricePerKilogram\" : \"450 USD/kg\""), second);
    assertFalse(second.contains("400 USD/kg"), second);
  }

  @Test
  void aDayWithoutALawIsRefused() {
    assertEquals(2, check("--on", "2026-12-31"));
    assertTrue(
        err.toString()
            .contains(
                "no version of schedule tiny is in force on 2026-12-31: 1 from 2027-01-01 until"
                    + " before 2027-07-01, 2 from 2027-07-01"),
        err::toString);
    assertEquals(2, check("--on", "soon"));
    assertTrue(err.toString().contains("--on is 'soon', which is not a day"), err::toString);
  }

  @Test
  void whatMayNotBeMeantIsSaid() {
    assertEquals(0, check());
    assertTrue(
        out.toString()
            .contains(
                "Version 1, code 811292 in Ga: no grade holds content from 0 to 0.9, so nothing is"
                    + " levied"),
        out::toString);
    assertTrue(out.toString().contains("Version 2 compares FOB and states no freight"));
  }
}
