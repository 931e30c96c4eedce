package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Verb;

/** A small vault from its making to its proof, as an operator does it. */
class VaultVerbsTest {
  private static final String CSV =
      """
      id,verb,at,participant,product,form,grade,\
      contract,lot,site,mass_g,entitlement_g,price,currency,assay,origin,custody
      c1,commit,2026-03-01T09:00:00Z,acme,gallium/refined,ingot,4N,,,,1000000,,300,USD,,,
      l1,acquire,2026-03-02T09:00:00Z,acme,gallium/refined,ingot,4N,\
      c1,l1,north,800000,800000,280,USD,0.9999,JPN,keeper
      d1,draw,2026-03-03T09:00:00Z,acme,,,,c1,l1,north,400001,,,,,,
      d2,draw,2026-03-03T09:00:00Z,acme,,,,c1,l1,north,lots,,,,,,
      """;

  private static final String JSON =
      """
      {"id":"d1","verb":"draw","at":"2026-03-03T09:00:00Z",\
      "participant":"acme","contract":"c1","lot":"l1","site":"north","mass_g":400000}
      {"id":"d2","verb":"draw"
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    return new Shell(new Console(RealWorld::open, folder, terminal)).run(arguments);
  }

  @Test
  void fromItsMakingToItsProof() throws IOException {
    String vault = folder.resolve("vault").toString();
    Path csv = Files.writeString(folder.resolve("events.csv"), CSV);
    Path json = Files.writeString(folder.resolve("own.jsonl"), JSON);
    assertEquals(0, run("vault", "init", "--vault", vault), err::toString);
    assertTrue(out.toString().contains("emergency_draw_share | 1 | published | published"));

    assertEquals(1, run("vault", "post", csv.toString(), "--vault", vault));
    String[] answers = out.toString().split("\n", -1);
    assertTrue(answers[1].startsWith("c1,posted,2026-03-01T09:00:00Z,"), answers[1]);
    assertTrue(answers[2].startsWith("l1,posted,2026-03-02T09:00:00Z,"), answers[2]);
    assertEquals("d1,draw-limit,,", answers[3]);
    assertEquals("d2,unreadable,,", answers[4]);
    assertTrue(err.toString().contains("events.csv:5: mass_g is 'lots'"), err::toString);

    assertEquals(
        1, run("vault", "post", json.toString(), "--vault", vault, "--as", "participant:acme"));
    assertTrue(out.toString().contains("\nd1,posted,2026-03-03T09:00:00Z,"), out::toString);
    assertTrue(out.toString().contains("\nline2,unreadable,,\n"), out::toString);

    assertEquals(0, run("vault", "verify", "--vault", vault));
    assertTrue(out.toString().startsWith("sound up to row 3, hash "), out::toString);
    assertEquals(0, run("vault", "verify", "--vault", vault, "--as", "auditor"));
    assertEquals(2, run("vault", "verify", "--vault", vault, "--as", "participant:acme"));
    assertTrue(err.toString().contains("participant:acme may not verify"), err::toString);
    assertEquals(2, run("vault", "verify", "--vault", vault, "--head", "5000"));
    assertTrue(err.toString().contains("--head is '5000', which is not a hash"), err::toString);
    assertEquals(2, run("vault", "verify", "--vault", vault, "--head", "0".repeat(65)));
    assertEquals(1, run("vault", "verify", "--vault", vault, "--head", "0".repeat(64)));
    assertTrue(out.toString().contains("the end of the journal was cut off"), out::toString);
    String kept = folder.resolve("kept").toString();
    assertEquals(2, run("vault", "backup", kept, "--vault", vault, "--as", "auditor"));
    assertTrue(err.toString().contains("auditor may not take a backup"), err::toString);
    assertEquals(0, run("vault", "backup", kept, "--vault", vault));
    String fresh = folder.resolve("fresh").toString();
    assertEquals(2, run("vault", "restore", kept, "--vault", fresh, "--as", "participant:acme"));
    assertTrue(err.toString().contains("participant:acme may not restore"), err::toString);
    for (Path none : List.of(folder, folder.resolve("nowhere"))) {
      assertEquals(2, run("vault", "restore", none.toString(), "--vault", fresh));
      assertTrue(err.toString().contains("there is no backup in " + none), err::toString);
    }
    assertFalse(Files.exists(Path.of(fresh)), "no database is started for what is refused");
    assertEquals(2, run("vault", "init", "--vault", vault));
  }

  /**
   * A file of terms that is wrong is refused by its line; one that is right is in force on its day.
   */
  @Test
  void termsAreChangedByAFile() throws IOException {
    String vault = folder.resolve("vault").toString();
    assertEquals(0, run("vault", "init", "--vault", vault), err::toString);
    String terms = out.toString();
    assertEquals(0, run("vault", "terms", "--vault", vault));
    assertTrue(out.toString().endsWith(terms), "what init printed is in force");
    Path next = folder.resolve("next.txt");
    String[] amend = {
      "vault",
      "amend",
      "--id",
      "m1",
      "--terms",
      next.toString(),
      "--reason",
      "vote",
      "--vault",
      vault
    };
    Files.writeString(next, terms.replace("grace_days | 30", "grace_days | soon"));
    assertEquals(2, run(amend));
    assertTrue(err.toString().contains("terms, line 9: "), err::toString);
    Files.writeString(next, terms);
    assertEquals(1, run(amend), "it begins in the past, under the same name");
    assertTrue(out.toString().contains("m1,terms-unfit,,"), out::toString);
    Files.writeString(
        next,
        terms.replace("us-reserve-2", "two").replace("from | 2026-02-02", "from | 2999-01-01"));
    assertEquals(0, run(amend), err::toString);
    assertEquals(0, run("vault", "terms", "--vault", vault, "--on", "2999-01-01"));
    assertTrue(
        out.toString().startsWith("# in force on 2999-01-01\nversion | two\n")
            && out.toString().endsWith("# another version: us-reserve-2 from 2026-02-02\n"),
        out::toString);
    assertEquals(0, run("vault", "verify", "--vault", vault));
    assertEquals(2, run("vault", "terms", "--vault", vault, "--on", "soon"));
  }

  /** The guide's table is the ledger's own: what each verb needs and may have. */
  @Test
  void theGuideListsWhatEachVerbNeeds() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "guides", "operate-a-vault.md"));
    List<String> missing = new ArrayList<>();
    for (Verb verb : Verb.values()) {
      List<Field> optional = new ArrayList<>(verb.optional());
      optional.removeAll(List.of(Field.AT, Field.REASON));
      SortedSet<String> said = new TreeSet<>();
      guide
          .lines()
          .filter(line -> line.startsWith("| " + verb.word() + " |"))
          .forEach(line -> said.add(sorted(line)));
      String expected =
          sorted("| %s | %s | %s |".formatted(verb.word(), words(verb.needed()), words(optional)));
      if (!said.contains(expected)) {
        missing.add(expected);
      }
    }
    assertEquals(List.of(), missing);
  }

  private static String words(List<Field> fields) {
    return String.join(" ", fields.stream().map(Field::column).toList());
  }

  /** A row of the table, the words of each cell in order. */
  private static String sorted(String row) {
    List<String> cells = new ArrayList<>();
    for (String cell : row.split("\\|", -1)) {
      cells.add(String.join(" ", new TreeSet<>(List.of(cell.strip().split(" ", -1)))));
    }
    return String.join("|", cells);
  }
}
