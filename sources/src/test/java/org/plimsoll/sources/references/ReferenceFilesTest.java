package org.plimsoll.sources.references;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Challenge;
import org.plimsoll.model.policy.ReferenceRows;
import org.plimsoll.model.policy.ReferenceRule;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.pack.Pack;

/** What tables of quotes, rules and challenges may say, and the world's own. */
class ReferenceFilesTest {
  private static final String WHENCE = "tiny-world@1#fixture,C,assumed,";

  @TempDir private Path hand;

  private Loaded<ReferenceRows> read(String name, List<String> columns, String... rows)
      throws IOException {
    Files.writeString(
        hand.resolve(name), String.join(",", columns) + "\n" + String.join("\n", rows) + "\n");
    return ReferenceFiles.read(hand, TinyWorld.evidence());
  }

  @Test
  void aFolderWithoutFilesHasNoRows() {
    assertEquals(ReferenceRows.NONE, ReferenceFiles.read(hand, TinyWorld.evidence()).value());
  }

  @Test
  void aChallengeIsUndoneByAFurtherRowAndStaysWhereItIs() throws IOException {
    ReferenceRows rows =
        read(
                ReferenceFiles.CHALLENGES,
                ReferenceFiles.CHALLENGE_COLUMNS,
                "K1,Q1,9000,somebody,2026-12-01,tiny-world@1#p. 1,,too low",
                "K2,Q1,8000,another,2026-12-02,tiny-world@1#p. 2,,",
                "K3,Q1,,somebody,2026-12-03,tiny-world@1#p. 3,K1,withdrawn")
            .value();
    assertEquals(3, rows.challenges().size());
    assertEquals(List.of("K2"), rows.listStanding().stream().map(Challenge::id).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          K1,Q1,,somebody,2026-12-01,tiny-world@1#p,,           | value
          K1,Q1,3,somebody,2026-12,tiny-world@1#p,,             | is not a day
          K1,Q1,3,somebody,2026-12-01,nowhere@1#p,,             | no dataset
          K1,Q1,,somebody,2026-12-01,tiny-world@1#p,K0,         | no challenge above
          K1,Q1,3,,2026-12-01,tiny-world@1#p,,                  | who
          """)
  void aChallengeWithoutWhoWhenOrSourceIsRefused(String row, String said) throws IOException {
    Loaded<ReferenceRows> loaded =
        read(ReferenceFiles.CHALLENGES, ReferenceFiles.CHALLENGE_COLUMNS, row);
    assertTrue(loaded.hasErrors());
    assertTrue(loaded.issues().getFirst().toString().contains(said), loaded.issues()::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Q1,tinium/refined,2025,x,assessment,y,1,2,3,,1.5,     | traded_share
          Q1,tinium/refined,lately,x,assessment,y,1,2,3,,,      | is not a date
          Q1,tinium/refined,2025,x,rumour,y,1,2,3,,,            | type of quote
          Q1,tinium/refined,2025,x,assessment,y,0,2,3,,,        | above 0
          Q1,tinium/wire,2025,x,assessment,y,1,2,3,,,           | no product
          """)
  void aQuoteThatSaysNothingIsRefused(String row, String said) throws IOException {
    Loaded<ReferenceRows> loaded =
        read(ReferenceFiles.QUOTES, ReferenceFiles.QUOTE_COLUMNS, row + "," + WHENCE);
    assertTrue(loaded.hasErrors());
    assertTrue(loaded.issues().getFirst().toString().contains(said), loaded.issues()::toString);
  }

  @Test
  void noTwoInputsShareAnId() throws IOException {
    Loaded<ReferenceRows> loaded =
        read(
            ReferenceFiles.RULES,
            ReferenceFiles.RULE_COLUMNS,
            "R1,return,*,*,0.1,0.1,0.1,1," + WHENCE,
            "R1,life-years,*,*,20,20,20,years," + WHENCE);
    assertTrue(loaded.issues().getFirst().toString().contains("is called 'R1' too"));
  }

  @Test
  void theWorldsOwnTablesAreReadAndPriorsSayThatTheyAreAssumed() {
    Path root = GeneratedPage.root();
    Evidence world = Pack.read(root.resolve("world")).value();
    Loaded<ReferenceRows> loaded = ReferenceFiles.read(root.resolve("world/hand"), world);
    assertFalse(loaded.hasErrors(), loaded.issues()::toString);
    ReferenceRows rows = loaded.value();
    assertTrue(rows.quotes().size() > 20);
    for (ReferenceRule.Kind kind : ReferenceRule.Kind.values()) {
      if (kind != ReferenceRule.Kind.EXPORT_TAX) {
        assertTrue(rows.rules().stream().anyMatch(rule -> rule.kind() == kind), kind::word);
      }
    }
    for (ReferenceRule rule : rows.rules()) {
      if (rule.kind().compareTo(ReferenceRule.Kind.NOTICE_DAYS) <= 0) {
        assertEquals(Status.ASSUMED, rule.provenance().status(), rule::id);
      }
    }
  }

  @Test
  void thePageNamesEveryColumn() throws IOException {
    String page =
        Files.readString(GeneratedPage.root().resolve("docs/reference/reference-files.md"));
    Stream.of(
            ReferenceFiles.QUOTE_COLUMNS,
            ReferenceFiles.RULE_COLUMNS,
            ReferenceFiles.CHALLENGE_COLUMNS)
        .flatMap(List::stream)
        .forEach(column -> assertTrue(page.contains("`" + column + "`"), column));
    for (ReferenceRule.Kind kind : ReferenceRule.Kind.values()) {
      assertTrue(page.contains("`" + kind.word() + "`"), kind::word);
    }
  }
}
