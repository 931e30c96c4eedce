package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.sources.pack.Pack;

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

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int vault(String line) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    List<String> arguments = new ArrayList<>(List.of("vault"));
    arguments.addAll(List.of(line.split(" +", -1)));
    arguments.addAll(List.of("--vault", folder.resolve("vault").toString()));
    return new Shell(new Console(Pack::open, folder, terminal))
        .run(arguments.toArray(String[]::new));
  }

  private String mark() {
    Matcher mark = Pattern.compile("--simulated ([0-9a-f]{16})").matcher(out.toString());
    assertTrue(mark.find(), out::toString);
    return mark.group(1);
  }

  @Test
  void simulatedThenBooked() throws IOException {
    Path events = Files.writeString(folder.resolve("events.csv"), EVENTS);
    Path wishes =
        Files.writeString(
            folder.resolve("wishes.csv"),
            "participant,contract,mass_g,use,bid\nacme,c1,1000,defence,2\nbolt,c2,3000,,5.5\n");
    assertEquals(0, vault("init"), err::toString);
    assertEquals(0, vault("post " + events), err::toString);

    String allocate =
        "allocate "
            + wishes
            + " --product gallium/refined --form ingot --grade 4N --mass-g 2000 --emergency e1";
    assertEquals(2, vault(allocate), "neither simulated nor booked");
    // 2,000 g in proportion 1,000 to 3,000.
    assertEquals(0, vault(allocate + " --simulate"), err::toString);
    assertTrue(out.toString().matches("(?s).*acme +c1 +1,000 +1,000 +500\\n.*"), out::toString);
    assertTrue(out.toString().matches("(?s).*bolt +c2 +3,000 +3,000 +1,500\\n.*"), out::toString);
    final String mark = mark();
    assertEquals(0, vault(allocate + " --simulate --rule defence-first"), err::toString);
    assertTrue(out.toString().matches("(?s).*bolt +c2 +3,000 +3,000 +1,000\\n.*"), out::toString);
    // Bolt bids more and gets all of it, less than it wants: it pays its bid, 2 kg at USD 5.5.
    assertEquals(0, vault(allocate + " --simulate --rule auction"), err::toString);
    assertTrue(out.toString().contains("pay 5.5 a kg on top"), out::toString);
    assertTrue(out.toString().contains("amount=11 currency=USD"), out::toString);
    assertEquals(2, vault(allocate + " --simulated " + mark + " --rule auction"));
    assertEquals(2, vault(allocate + " --simulate --as participant:acme"));
    assertEquals(0, vault("verify"));
    assertTrue(out.toString().startsWith("sound up to row 5,"), "simulations book nothing");

    assertEquals(2, vault(allocate + " --simulated 0123456789abcdef"));
    assertTrue(err.toString().contains("simulate again"), err::toString);
    assertEquals(0, vault(allocate + " --simulated " + mark), err::toString);
    assertTrue(out.toString().contains("allocation-6-1,posted,"), out::toString);
    assertEquals(2, vault(allocate + " --simulated " + mark), "the journal has gone on");
    assertEquals(0, vault("statement --participant bolt"), err::toString);
    assertTrue(out.toString().contains("closing,"), out::toString);
    assertTrue(
        out.toString()
            .lines()
            .anyMatch(
                l -> l.startsWith("closing") && l.contains(",drawn,") && l.contains(",1.500,kg")),
        out::toString);
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
    assertEquals(0, vault("init"), err::toString);
    assertEquals(0, vault("post " + events + " --now 2026-06-01T00:00:00Z"), err::toString);
    String allocate =
        "allocate "
            + wishes
            + " --product gallium/refined --form ingot --grade 4N --emergency e1 --simulate --now ";
    assertEquals(0, vault(allocate + "2026-08-01T00:00:00Z"), err::toString);
    assertTrue(
        out.toString().contains("300 g are shared; nothing is booked.")
            && out.toString().contains("1,000 g more are in store, past their day"),
        out::toString);
    assertTrue(out.toString().contains("lot=l2 site=n mass_g=300 due=2027-01-28"), out::toString);
    assertEquals(0, vault(allocate + "2026-08-01T00:00:00Z --due 2027-06-30"), err::toString);
    assertTrue(out.toString().contains("mass_g=300 due=2027-06-30"), out::toString);
    assertEquals(0, vault(allocate + "2026-07-01T00:00:00Z"), err::toString);
    assertTrue(
        out.toString().contains("1,300 g are shared") && !out.toString().contains("past their day"),
        out::toString);
  }

  @Test
  void wishesThatCannotBeReadAreRefused() throws IOException {
    Path wishes =
        Files.writeString(
            folder.resolve("wishes.csv"), "participant,contract,mass_g\nacme,c1,all\n");
    assertEquals(
        2,
        vault("allocate " + wishes + " --product gallium/refined --form a --grade b --simulate"));
    assertTrue(err.toString().contains("wishes.csv:2: "), err::toString);
  }
}
