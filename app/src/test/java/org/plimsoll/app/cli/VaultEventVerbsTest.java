package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Verb;
import picocli.CommandLine;

/** The verbs of the ledger as subcommands: one event each, for whom it is open. */
class VaultEventVerbsTest {
  private static final String GALLIUM = "--product gallium/refined --form ingot --grade 4N";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Shell shell() {
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    return new Shell(new Console(Pack::open, folder, terminal));
  }

  private int vault(String line) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> arguments = new ArrayList<>(List.of("vault"));
    arguments.addAll(List.of(line.split(" +", -1)));
    arguments.addAll(List.of("--vault", folder.resolve("vault").toString()));
    return shell().run(arguments.toArray(String[]::new));
  }

  /** Every verb has a command, whose options are its fields and nothing else of the ledger's. */
  @Test
  void everyVerbHasACommand() {
    Map<String, CommandLine> commands =
        Objects.requireNonNull(shell().commands().getSubcommands().get("vault")).getSubcommands();
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
        err::toString);
    assertTrue(out.toString().startsWith("id,status,posted_at,hash\nc1,posted,20"), out::toString);
    assertEquals(
        0,
        vault(
            "acquire --id l1 --lot l1 --site north "
                + GALLIUM
                + " --mass-g 1000 --assay 0.9999 --origin JPN --custody keeper --participant acme"
                + " --contract c1 --entitlement-g 1000 --json"),
        err::toString);
    assertTrue(
        out.toString().startsWith("{\"id\":\"l1\",\"status\":\"posted\",\"posted_at\":\"20"),
        out::toString);

    String draw = "draw --id d1 --participant acme --contract c1 --lot l1 --site north --mass-g ";
    assertEquals(1, vault(draw + "100 --as participant:bolt"));
    assertEquals("id,status,posted_at,hash\nd1,not-allowed,,\n", out.toString());
    assertEquals(
        """
        d1: not-allowed: the role may not do this, or not for this participant
          participant:bolt may not draw for acme
          Maybe ask as participant:acme or as operator
        """,
        err.toString());
    assertEquals(1, vault(draw + "100 --as auditor"));
    assertEquals(1, vault(draw + "501 --json"));
    assertEquals("{\"id\":\"d1\",\"status\":\"draw-limit\"}\n", out.toString());
    assertEquals(
        "d1: draw-limit: more would be out at once than the terms allow\n", err.toString());
    assertEquals(0, vault(draw + "100 --as participant:acme"));
    assertEquals(0, vault(draw + "100 --as participant:acme"), "sent again");

    assertEquals(
        1,
        vault(
            "charge --id i1 --participant acme --amount 5 --currency USD --reason x"
                + " --as participant:acme"));
    assertTrue(err.toString().contains("Maybe ask the operator"), err::toString);
    assertEquals(
        0,
        vault(
            "transfer --id r1 --participant acme --to bolt --contract c1 --entitlement-g 1"
                + " --hold-until 2999-01-01"),
        err::toString);
    assertTrue(out.toString().contains("\nr1,reserved,"), out::toString);
    assertEquals(0, vault("carry-out --id r2 --refers r1"), err::toString);
  }

  /** The journal is never edited, so a slip is known before it is taken. */
  @Test
  void aSlipIsRefusedWithWhatWouldBeRight() {
    assertEquals(0, vault("init"));
    String lot = "acquire --id l1 --lot l1 --site north --mass-g 1000 --custody keeper --world ";
    String world = Path.of("..", "world").toString();
    String gallium = " " + GALLIUM;
    assertEquals(1, vault(lot + world + gallium + " --assay 99.99 --origin JPN"));
    assertTrue(err.toString().endsWith("  Maybe write 0.9999, not 99.99\n"), err::toString);
    assertEquals(1, vault(lot + world + gallium + " --assay 0.9999 --origin JAP"));
    assertTrue(out.toString().contains("l1,place-unknown,"), out::toString);
    assertTrue(err.toString().contains("origin is JAP"), err::toString);
    assertEquals(
        1, vault(lot + world + gallium.replace("refined", "refind") + " --assay 1 --origin JPN"));
    assertTrue(err.toString().contains("product is gallium/refind"), err::toString);
    assertEquals(
        1, vault("charge --id i1 --participant acme --amount 1.5 --currency JPY --reason storage"));
    assertTrue(err.toString().contains("JPY has no cents, but amount is 1.5"), err::toString);
    assertEquals(0, vault(lot + world + gallium + " --assay 1 --origin JPN"), err::toString);
    // Without a world the form is looked at, and that is said.
    assertEquals(
        1,
        vault(
            lot.replace("l1", "l2").replace(" --world ", "") + gallium + " --assay 2 --origin X"));
    assertTrue(err.toString().contains("there is no world pack in"), err::toString);
    assertTrue(out.toString().contains("l2,assay-out-of-range,"), out::toString);
  }

  @Test
  void whatIsMissingOrUnreadableIsSaidBeforeAVaultIsOpened() {
    assertEquals(2, vault("pay --id p1 --participant acme --amount 5"));
    assertTrue(err.toString().contains("--currency"), err::toString);
    assertEquals(2, vault("pay --id p1 --participant acme --amount five --currency USD"));
    assertTrue(err.toString().contains("amount is 'five'"), err::toString);
    assertEquals(2, vault("pay --id p1 --participant acme --amount 5 --currency USD --as boss"));
    assertTrue(err.toString().contains("not a role: 'boss'"), err::toString);
  }
}
