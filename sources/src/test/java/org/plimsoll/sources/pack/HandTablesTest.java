package org.plimsoll.sources.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;

/** Tables that people write in the pack's own schema. */
final class HandTablesTest {
  private static final HandTables.Known TINY =
      new HandTables.Known(
          Set.of("tiny-world"),
          Set.of("AAA", "BBB", "CCC"),
          Set.of("UNION"),
          Set.of("tinium"),
          Set.of("tinium/mine", "tinium/refined"),
          Set.of(),
          Set.of(),
          Set.of());

  @TempDir private Path hand;

  @Test
  void whatThePackWritesPeopleMayWrite() throws IOException {
    Pack.write(TinyWorld.evidence(), hand);
    Loaded<Evidence> read = HandTables.read(hand, TINY);
    assertEquals(List.of(), read.issues());
    assertEquals(Pack.inFileOrder(TinyWorld.evidence()).inUse(), read.value().inUse());
    assertEquals(TinyWorld.evidence().resilience(), read.value().resilience());
  }

  @Test
  void aTableThatNobodyWroteHasNoRows() {
    Loaded<Evidence> read = HandTables.read(hand, TINY);
    assertFalse(read.hasErrors());
    assertEquals(0, read.rows().read());
    assertEquals(List.of(), read.value().inUse().bills());
  }

  @Test
  void aRowWaitsForItsCommodityButNotForItsDataset() throws IOException {
    Files.writeString(
        hand.resolve("recycling.csv"),
        """
        commodity,measure,area,period,share_low,share,share_high,source,grade,status,note
        tinium,eol-rate,*,2020,0.1,0.1,0.1,tiny-world@1#x,A,read,
        unobtainium,eol-rate,*,2020,0.1,0.1,0.1,elsewhere@1#x,A,read,
        tinium,eol-rate,UNION,2020,0.1,0.1,0.1,elsewhere@1#x,A,read,
        """,
        StandardCharsets.UTF_8);
    Loaded<Evidence> read = HandTables.read(hand, TINY);
    assertEquals(1, read.value().inUse().recycling().size());
    assertEquals(1, read.rows().skipped());
    assertEquals(1, read.rows().errors());
    List<String> problems = read.issues().stream().map(Issue::problem).toList();
    assertTrue(problems.contains("the world has no commodity 'unobtainium' yet"), "" + problems);
    assertTrue(
        problems.contains("'source' names 'elsewhere', which is not in datasets.csv"),
        "" + problems);
  }
}
