package org.plimsoll.sources.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Sha256;

/** A world that is not the one that was built says so; registers may be stamped anew. */
final class PackStampTest {
  /** Rules that figures are built by, and tables that are copied from the rules as they stand. */
  private static final List<String> BY_HAND =
      List.of(
          "valuations.csv",
          "rates.csv",
          "limits.csv",
          "bills_of_materials.csv",
          "product_volumes.csv",
          "storage.csv",
          "project_costs.csv",
          "stockpiles.csv",
          "disruptions.csv",
          "disruption_rates.csv",
          "price_history.csv");

  @TempDir private Path world;

  @BeforeEach
  void build() throws IOException {
    Evidence evidence = RandomWorld.evidence(7);
    Pack.write(evidence, world);
    Path hand = Files.createDirectory(world.resolve("hand"));
    for (String table : BY_HAND) {
      Files.copy(world.resolve(table), hand.resolve(table));
    }
    Files.writeString(hand.resolve("output.csv"), "rules of figures\n");
    Files.writeString(hand.resolve("control_events.csv"), "events\n");
    Pack.write(evidence, world, hand);
  }

  @Test
  void aWorldAsItWasBuiltHasNothingToSay() {
    PackStamp stamp = stamp();
    assertEquals(List.of(), stamp.differing());
    assertEquals(Optional.empty(), stamp.findWarning());
    assertEquals(Pack.TABLES.size() + BY_HAND.size() + 2, stamp.sha256().size());
  }

  @Test
  void theHashIsOfTheBytesThatWereReadNotOfTheManifest() throws IOException {
    String before = stamp().sha256OfAll();
    append("prices.csv", "\n");
    PackStamp stamp = stamp();
    assertEquals(List.of("prices.csv"), stamp.differing());
    assertEquals(
        Sha256.of(Files.readAllBytes(world.resolve("prices.csv"))),
        stamp.sha256().get("prices.csv"));
    assertNotEquals(before, stamp.sha256OfAll());
    String warning = stamp.findWarning().orElseThrow();
    assertTrue(
        warning.startsWith(
            "not the world that was built: prices.csv differs from the manifest\nMaybe "),
        warning);
    assertEquals(1, Pack.verify(world).size());
  }

  @Test
  void aChangedRuleIsNamedAndRulesThatAreNotThereAreNot() throws IOException {
    append("hand/output.csv", "another rule\n");
    Files.delete(world.resolve("hand/control_events.csv"));
    assertEquals(List.of("hand/control_events.csv", "hand/output.csv"), stamp().differing());
    Files.delete(world.resolve("hand/output.csv"));
    for (String table : BY_HAND) {
      Files.delete(world.resolve("hand").resolve(table));
    }
    assertEquals(List.of(), stamp().differing());
  }

  @Test
  void aPackWithoutAManifestIsNotTheWorldThatWasBuilt() throws IOException {
    Files.delete(world.resolve("manifest.json"));
    assertEquals(List.of("manifest.json"), stamp().differing());
  }

  @Test
  void aRegisterIsStampedAnewAndTheFiguresStay() throws IOException {
    edit("commitments.csv", "2026-02-04", "2026-02-05");
    String figures = Files.readString(world.resolve("trade.csv"));
    Loaded<List<String>> stamped = Pack.stampRegisters(world, world.resolve("hand"));
    assertEquals(List.of(), stamped.issues());
    assertEquals(List.of("commitments.csv"), stamped.value());
    assertEquals(List.of(), stamp().differing());
    assertEquals(figures, Files.readString(world.resolve("trade.csv")));
  }

  @Test
  void aTableByHandIsCopiedAndStamped() throws IOException {
    edit("hand/limits.csv", "market", "risk");
    append("hand/control_events.csv", "one more\n");
    assertEquals(
        List.of("hand/control_events.csv", "hand/limits.csv", "limits.csv"),
        Pack.stampRegisters(world, world.resolve("hand")).value());
    assertEquals("docs/method/risk.md", Pack.read(world).value().limits().getFirst().restsOn());
    assertEquals(List.of(), stamp().differing());
  }

  @Test
  void whatFiguresRestOnIsRefusedWithItsWayOut() throws IOException {
    append("hand/output.csv", "another rule\n");
    append("prices.csv", "\n");
    edit("limits.csv", "market", "risk");
    String manifest = Files.readString(world.resolve("manifest.json"));
    Loaded<List<String>> stamped = Pack.stampRegisters(world, world.resolve("hand"));
    assertEquals(List.of(), stamped.value());
    assertEquals(
        List.of(
            "build the world with --from, or put the file back",
            "put the change into " + world.resolve("hand/limits.csv"),
            "build the world with --from, or put the file back"),
        stamped.issues().stream().map(Issue::wayOut).toList());
    assertEquals(manifest, Files.readString(world.resolve("manifest.json")));
  }

  private PackStamp stamp() {
    Loaded<StampedWorld> opened = Pack.open(world);
    assertEquals(List.of(), opened.issues());
    return opened.value().stamp();
  }

  private void append(String file, String text) throws IOException {
    Path path = world.resolve(file);
    Files.writeString(path, Files.readString(path, StandardCharsets.UTF_8) + text);
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = world.resolve(file);
    String text = Files.readString(path, StandardCharsets.UTF_8);
    assertTrue(text.contains(from), text);
    Files.writeString(path, text.replaceFirst(from, to), StandardCharsets.UTF_8);
  }
}
