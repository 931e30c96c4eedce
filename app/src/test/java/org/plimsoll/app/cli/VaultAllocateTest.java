package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shortage is shared: simulated first, then booked by the mark of the simulation. */
class VaultAllocateTest {
  private static final String EVENTS =
      """
      id,verb,participant,product,form,grade,\
      contract,lot,site,mass_g,entitlement_g,price,currency,assay,origin,custody,reason
      c1,commit,acme,gallium/refined,ingot,4N,,,,1000,,300,USD,,,,
      c2,commit,bolt,gallium/refined,ingot,4N,,,,3000,,300,USD,,,,
      l1,acquire,acme,gallium/refined,ingot,4N,c1,l1,north,1500,1000,,,0.99,JPN,keeper,
      l2,acquire,bolt,gallium/refined,ingot,4N,c2,l2,north,2500,3000,,,0.99,JPN,keeper,
      e1,emergency,,,,,,,,,,,,,,,ban
      """;

  @TempDir private static Path folder;
  private static VaultDesk desk;

  @BeforeAll
  static void start() {
    desk = new VaultDesk(folder);
  }

  @BeforeEach
  void clear() {
    desk.clear();
  }

  private static int vault(String line) {
    return desk.runWords(line);
  }

  private String mark() {
    Matcher mark = Pattern.compile("--simulated ([0-9a-f]{16})").matcher(desk.out());
    assertTrue(mark.find(), desk::out);
    return mark.group(1);
  }

  @Test
  void simulatedThenBooked() throws IOException {
    Path events = Files.writeString(folder.resolve("events.csv"), EVENTS);
    Path wishes =
        Files.writeString(
            folder.resolve("wishes.csv"),
            "participant,contract,mass_g,use,bid\nacme,c1,1000,defence,2\nbolt,c2,3000,,5.5\n");
    assertEquals(0, vault("init"), desk::err);
    assertEquals(0, vault("post " + events), desk::err);

    String allocate =
        "allocate "
            + wishes
            + " --product gallium/refined --form ingot --grade 4N --mass-g 2000 --emergency e1";
    assertEquals(2, vault(allocate), "neither simulated nor booked");
    // 2,000 g in proportion 1,000 to 3,000.
    assertEquals(0, vault(allocate + " --simulate"), desk::err);
    assertTrue(desk.out().matches("(?s).*acme +c1 +1,000 +1,000 +500\\n.*"), desk::out);
    assertTrue(desk.out().matches("(?s).*bolt +c2 +3,000 +3,000 +1,500\\n.*"), desk::out);
    final String mark = mark();
    assertEquals(0, vault(allocate + " --simulate --rule defence-first"), desk::err);
    assertTrue(desk.out().matches("(?s).*bolt +c2 +3,000 +3,000 +1,000\\n.*"), desk::out);
    // Bolt bids more and gets all of it, less than it wants: it pays its bid, 2 kg at USD 5.5.
    assertEquals(0, vault(allocate + " --simulate --rule auction"), desk::err);
    assertTrue(desk.out().contains("pay 5.5 a kg on top"), desk::out);
    assertTrue(desk.out().contains("amount=11 currency=USD"), desk::out);
    assertEquals(2, vault(allocate + " --simulated " + mark + " --rule auction"));
    assertEquals(2, vault(allocate + " --simulate --as participant:acme"));
    assertEquals(0, vault("verify"));
    assertTrue(desk.out().startsWith("sound up to row 5,"), "simulations book nothing");

    assertEquals(2, vault(allocate + " --simulated 0123456789abcdef"));
    assertTrue(desk.err().contains("simulate again"), desk::err);
    assertEquals(0, vault(allocate + " --simulated " + mark), desk::err);
    assertTrue(desk.out().contains("allocation-6-1,posted,"), desk::out);
    assertEquals(2, vault(allocate + " --simulated " + mark), "the journal has gone on");
    assertEquals(0, vault("statement --participant bolt"), desk::err);
    assertTrue(desk.out().contains("closing,"), desk::out);
    assertTrue(
        desk.out()
            .lines()
            .anyMatch(
                l -> l.startsWith("closing") && l.contains(",drawn,") && l.contains(",1.500,kg")),
        desk::out);
    assertEquals(0, vault("verify"));
  }

  /** 1,000 g were good until 1 July; 300 g are shared, and come back by 28 January. */
  @Test
  void whatIsPastItsDayIsNotShared() throws IOException {
    Path events =
        Files.writeString(
            folder.resolve("events.csv"),
            """
            id,verb,participant,product,form,grade,contract,lot,site,mass_g,entitlement_g,\
            price,currency,assay,origin,custody,best_before,reason
            c1,commit,acme,gallium/refined,ingot,4N,,,,1300,,300,USD,,,,,
            l1,acquire,acme,gallium/refined,ingot,4N,c1,l1,n,1000,1000,,,1,JPN,k,2026-07-01,
            l2,acquire,acme,gallium/refined,ingot,4N,c1,l2,n,300,300,,,1,JPN,k,,
            e1,emergency,,,,,,,,,,,,,,,,ban
            """);
    Path wishes =
        Files.writeString(
            folder.resolve("wishes.csv"), "participant,contract,mass_g\nacme,c1,1300\n");
    assertEquals(0, vault("init"), desk::err);
    assertEquals(0, vault("post " + events + " --now 2026-06-01T00:00:00Z"), desk::err);
    String allocate =
        "allocate "
            + wishes
            + " --product gallium/refined --form ingot --grade 4N --emergency e1 --simulate --now ";
    assertEquals(0, vault(allocate + "2026-08-01T00:00:00Z"), desk::err);
    assertTrue(
        desk.out().contains("300 g are shared; nothing is booked.")
            && desk.out().contains("1,000 g more are in store, past their day"),
        desk::out);
    assertTrue(desk.out().contains("lot=l2 site=n mass_g=300 due=2027-01-28"), desk::out);
    assertEquals(0, vault(allocate + "2026-08-01T00:00:00Z --due 2027-06-30"), desk::err);
    assertTrue(desk.out().contains("mass_g=300 due=2027-06-30"), desk::out);
    assertEquals(0, vault(allocate + "2026-07-01T00:00:00Z"), desk::err);
    assertTrue(
        desk.out().contains("1,300 g are shared") && !desk.out().contains("past their day"),
        desk::out);
  }

  @Test
  void wishesThatCannotBeReadAreRefused() throws IOException {
    Path wishes =
        Files.writeString(
            folder.resolve("wishes.csv"), "participant,contract,mass_g\nacme,c1,all\n");
    assertEquals(
        2,
        vault("allocate " + wishes + " --product gallium/refined --form a --grade b --simulate"));
    assertTrue(desk.err().contains("wishes.csv:2: "), desk::err);
  }
}
