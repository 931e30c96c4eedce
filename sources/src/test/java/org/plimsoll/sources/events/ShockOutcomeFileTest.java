package org.plimsoll.sources.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.commodity.TradeClass;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.pack.Pack;

/** What a table of episodes may say, what is left unscored and why, and the world's own table. */
class ShockOutcomeFileTest {
  private static final String HEADER = String.join(",", ShockOutcomeFile.COLUMNS) + ",more";

  @TempDir private Path folder;

  /** A row that says everything, with some fields changed: {@code month=7-12}. */
  private Loaded<List<ShockOutcome>> read(String... changes) throws IOException {
    TreeMap<String, String> fields = new TreeMap<>();
    for (String field :
        List.of(
            "episode=T1",
            "mineral=tinium",
            "plimsoll_product=tinium/refined",
            "cls=minor",
            "restrictor=AAA",
            "what=a ban",
            "kind=export control",
            "scope=all",
            "announced=2025-01",
            "x_low=0.5",
            "x=0.6",
            "x_high=0.7",
            "month=6",
            "s_low=0.1",
            "s=0.2",
            "s_high=0.3",
            "price_type=assessment",
            "R_low=1.8",
            "R=2",
            "R_high=2.2",
            "Rin=1.25",
            "verification=verified",
            "use=fit")) {
      fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
    }
    for (String field : changes) {
      fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
    }
    StringBuilder row = new StringBuilder();
    ShockOutcomeFile.COLUMNS.forEach(
        column -> row.append(fields.getOrDefault(column, "")).append(','));
    Path file = folder.resolve("episodes.csv");
    Files.writeString(file, HEADER + "\n" + row + "further\n");
    return ShockOutcomeFile.read(file, TinyWorld.evidence());
  }

  private ShockOutcome outcome(String... changes) throws IOException {
    Loaded<List<ShockOutcome>> loaded = read(changes);
    assertFalse(loaded.hasErrors(), loaded.issues().toString());
    return loaded.value().getFirst();
  }

  @Test
  void aWholeRowIsScored() throws IOException {
    ShockOutcome whole = outcome();
    assertEquals(Optional.of(TinyWorld.REFINED), whole.product());
    assertEquals(TradeClass.MINOR, whole.tradeClass());
    assertEquals(List.of(TinyWorld.AAA), whole.restrictors());
    assertEquals(ShockOutcome.Kind.EXPORT_CONTROL, whole.kind());
    assertEquals(Optional.of(Interval.exactly(6)), whole.months());
    assertEquals(Optional.of(new Interval(0.1, 0.2, 0.3)), whole.lostShare());
    assertEquals(Optional.empty(), whole.notScored());
    assertTrue(whole.isFitted());
    // 2 ÷ 1.25
    assertEquals(1.6, whole.netMultiple().orElseThrow().central(), 1e-12);
    assertEquals(2, outcome("kind=fear").netMultiple().orElseThrow().central(), 1e-12);
    assertEquals(2, outcome("Rin=0.8").netMultiple().orElseThrow().central(), 1e-12);
  }

  @Test
  void whatIsBlankIsUnknownAndTheRowSaysWhyItIsNotScored() throws IOException {
    assertEquals("no price after over before", reason("R=", "R_low=", "R_high="));
    assertEquals("no share lost", reason("s=", "s_low=", "s_high="));
    assertEquals("no month", reason("month="));
    assertEquals("a range of months", reason("month=7-12"));
    assertEquals("no share of the restrictors", reason("x=", "x_low=", "x_high="));
    assertEquals(
        "the world does not solve unobtainium/refined",
        reason("plimsoll_product=unobtainium/refined"));
    assertEquals("no product: for the curve alone", reason("plimsoll_product="));
    assertEquals("left out by its row: a boom", reason("drop=a boom"));
    assertEquals("no restricting country that the world has", reason("restrictor=XYZ"));
    assertEquals(Optional.empty(), outcome("kind=output loss", "restrictor=").notScored());
    assertEquals(Optional.empty(), outcome("plimsoll_product=").notOnCurve());
    assertFalse(outcome("use=held back").isFitted());
  }

  private String reason(String... changes) throws IOException {
    return outcome(changes).notScored().orElseThrow();
  }

  @Test
  void aFieldThatCannotBeReadIsAnError() throws IOException {
    assertError("kind=a war", "not a kind of shock");
    assertError("cls=rare", "not a class");
    assertError("s=20", "share from 0 to 1", "s_high=30");
    assertError("R=two", "must be a number");
    assertError("R_low=-1", "a price over a price");
    assertError("x_low=0.65", "low <= central");
  }

  private void assertError(String change, String words, String... more) throws IOException {
    String[] changes = new String[more.length + 1];
    changes[0] = change;
    System.arraycopy(more, 0, changes, 1, more.length);
    List<Issue> issues = read(changes).issues();
    assertEquals(1, issues.size(), issues.toString());
    assertTrue(issues.getFirst().problem().contains(words), issues.toString());
  }

  /** 30 shocks, 69 outcomes, of which 66 may be fitted and five are facts only. */
  @Test
  void theWorldsTableIsRead() {
    Path root = GeneratedPage.root();
    Evidence world = Pack.read(root.resolve("world")).value();
    Loaded<List<ShockOutcome>> loaded =
        ShockOutcomeFile.read(root.resolve("world/hand/episodes.csv"), world);
    assertEquals(List.of(), loaded.issues());
    List<ShockOutcome> all = loaded.value();
    assertEquals(69, all.size());
    assertEquals(30, all.stream().map(ShockOutcome::episode).distinct().count());
    assertEquals(66, all.stream().filter(ShockOutcome::isFitted).count());
    assertTrue(
        all.stream().noneMatch(o -> !o.productWord().isEmpty() && o.product().isEmpty()),
        "every product named is solved");
    assertTrue(all.stream().noneMatch(o -> o.source().isEmpty()), "every price has its source");
    ShockOutcome cobalt =
        all.stream().filter(o -> o.episode().equals("Co1978")).findFirst().orElseThrow();
    assertEquals(List.of(CountryCode.of("COD")), cobalt.restrictors());
  }

  @Test
  void thePageNamesEveryColumn() throws IOException {
    String page = Files.readString(GeneratedPage.root().resolve("docs/reference/episodes.md"));
    for (String column : ShockOutcomeFile.COLUMNS) {
      assertTrue(page.contains("`" + column + "`"), column);
    }
  }
}
