package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Verb;
import picocli.CommandLine;

/** The verbs of the ledger as subcommands: one event each, for whom it is open. */
class VaultEventVerbsTest {
  private static final String GALLIUM = "--product gallium/refined --form ingot --grade 4N";

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

  /** Every verb has a command, whose options are its fields and nothing else of the ledger's. */
  @Test
  void everyVerbHasACommand() {
    Map<String, CommandLine> commands =
        Objects.requireNonNull(desk.shell().commands().getSubcommands().get("vault"))
            .getSubcommands();
    for (Verb verb : Verb.values()) {
      CommandLine command =
          Objects.requireNonNull(commands.get(verb == Verb.POST ? "carry-out" : verb.word()));
      for (Field field : Field.values()) {
        var option = command.getCommandSpec().findOption(field.option());
        boolean isNeeded = verb.needed().contains(field);
        boolean isThere = isNeeded || verb.optional().contains(field);
        assertEquals(isThere, option != null, verb + " " + field);
        assertEquals(isNeeded, option != null && option.required(), verb + " " + field);
      }
    }
  }

  @Test
  void aDayAtTheCounter() {
    assertEquals(0, vault("init"));
    assertEquals(
        0,
        vault(
            "commit --id c1 --participant acme "
                + GALLIUM
                + " --mass-g 1000 --price 300 --currency USD --as participant:acme"),
        desk::err);
    assertTrue(desk.out().startsWith("id,status,posted_at,hash\nc1,posted,20"), desk::out);
    assertEquals(
        0,
        vault(
            "acquire --id l1 --lot l1 --site north "
                + GALLIUM
                + " --mass-g 1000 --assay 0.9999 --origin JPN --custody keeper --participant acme"
                + " --contract c1 --entitlement-g 1000 --json"),
        desk::err);
    assertTrue(
        desk.out().startsWith("{\"id\":\"l1\",\"status\":\"posted\",\"posted_at\":\"20"),
        desk::out);

    String draw = "draw --id d1 --participant acme --contract c1 --lot l1 --site north --mass-g ";
    assertEquals(1, vault(draw + "100 --as participant:bolt"));
    assertEquals("id,status,posted_at,hash\nd1,not-allowed,,\n", desk.out());
    assertEquals(
        """
        d1: not-allowed: the role may not do this, or not for this participant
          participant:bolt may not draw for acme
          Maybe ask as participant:acme or as operator
        """,
        desk.err());
    assertEquals(1, vault(draw + "100 --as auditor"));
    assertEquals(1, vault(draw + "501 --json"));
    assertEquals("{\"id\":\"d1\",\"status\":\"draw-limit\"}\n", desk.out());
    assertEquals("d1: draw-limit: more would be out at once than the terms allow\n", desk.err());
    assertEquals(0, vault(draw + "100 --as participant:acme"));
    assertEquals(0, vault(draw + "100 --as participant:acme"), "sent again");

    assertEquals(
        1,
        vault(
            "charge --id i1 --participant acme --amount 5 --currency USD --reason x"
                + " --as participant:acme"));
    assertTrue(desk.err().contains("Maybe ask the operator"), desk::err);
    assertEquals(
        0,
        vault(
            "transfer --id r1 --participant acme --to bolt --contract c1 --entitlement-g 1"
                + " --hold-until 2999-01-01"),
        desk::err);
    assertTrue(desk.out().contains("\nr1,reserved,"), desk::out);
    assertEquals(0, vault("carry-out --id r2 --refers r1"), desk::err);
  }

  /** The journal is never edited, so a slip is known before it is taken. */
  @Test
  void aSlipIsRefusedWithWhatWouldBeRight() {
    assertEquals(0, vault("init"));
    String lot = "acquire --id l1 --lot l1 --site north --mass-g 1000 --custody keeper --world ";
    String world = Path.of("..", "world").toString();
    String gallium = " " + GALLIUM;
    assertEquals(1, vault(lot + world + gallium + " --assay 99.99 --origin JPN"));
    assertTrue(desk.err().endsWith("  Maybe write 0.9999, not 99.99\n"), desk::err);
    assertEquals(1, vault(lot + world + gallium + " --assay 0.9999 --origin JAP"));
    assertTrue(desk.out().contains("l1,place-unknown,"), desk::out);
    assertTrue(desk.err().contains("origin is JAP"), desk::err);
    assertEquals(
        1, vault(lot + world + gallium.replace("refined", "refind") + " --assay 1 --origin JPN"));
    assertTrue(desk.err().contains("product is gallium/refind"), desk::err);
    assertEquals(
        1, vault("charge --id i1 --participant acme --amount 1.5 --currency JPY --reason storage"));
    assertTrue(desk.err().contains("JPY has no cents, but amount is 1.5"), desk::err);
    assertEquals(0, vault(lot + world + gallium + " --assay 1 --origin JPN"), desk::err);
    // Without a world the form is looked at, and that is said.
    assertEquals(
        1,
        vault(
            lot.replace("l1", "l2").replace(" --world ", "") + gallium + " --assay 2 --origin X"));
    assertTrue(desk.err().contains("there is no world pack in"), desk::err);
    assertTrue(desk.out().contains("l2,assay-out-of-range,"), desk::out);
  }

  /** What a spreadsheet would run as a formula, in answers and in tables. */
  @Test
  void tablesRunNothing() throws IOException {
    assertEquals(0, vault("init"));
    Path events = folder.resolve("events.csv");
    Files.writeString(
        events,
        """
        id,verb,participant,amount,currency,reason
        i1,charge,acme,5,USD,=1+1
        +1+1,charge,acme,5,USD,x
        """);
    assertEquals(1, vault("post " + events));
    assertTrue(desk.out().endsWith("\nline3,unreadable,,\n"), desk::out);
    Path tables = folder.resolve("tables");
    assertEquals(0, vault("journal --csv " + tables), desk::err);
    String journal = Files.readString(tables.resolve("journal.csv"));
    assertTrue(journal.contains(",'=1+1,"), journal);
    assertEquals(0, vault("statement --participant acme"), desk::err);
    assertTrue(desk.out().contains(",charge: charged: =1+1,"), desk::out);
  }

  @Test
  void whatIsMissingOrUnreadableIsSaidBeforeAVaultIsOpened() {
    assertEquals(2, vault("pay --id p1 --participant acme --amount 5"));
    assertTrue(desk.err().contains("--currency"), desk::err);
    assertEquals(2, vault("pay --id p1 --participant acme --amount five --currency USD"));
    assertTrue(desk.err().contains("amount is 'five'"), desk::err);
    assertEquals(2, vault("pay --id p1 --participant acme --amount 5 --currency USD --as boss"));
    assertTrue(desk.err().contains("not a role: 'boss'"), desk::err);
  }
}
