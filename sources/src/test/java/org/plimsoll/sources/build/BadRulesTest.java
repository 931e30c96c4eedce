package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.sources.CaseTable;

/** Each line of {@code bad-rules.txt}: one fault in a rule, named with its file and line. */
final class BadRulesTest {
  @TempDir private Path folder;

  static Stream<Arguments> cases() {
    return CaseTable.read(BadRulesTest.class, "bad-rules.txt", 6).stream()
        .map(parts -> Arguments.of(parts.get(1) + ": " + CaseTable.title(parts), parts));
  }

  static LongStream seeds() {
    return LongStream.range(0, 240);
  }

  @BeforeEach
  void writeHand() throws IOException {
    TinyHand.write(folder);
  }

  @Test
  void theRulesAsTheyAreHaveNoError() {
    assertEquals(List.of(), TinyHand.errors(folder));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theFaultIsNamedWithItsPlaceAndAWayOut(String title, List<String> parts) throws IOException {
    TinyHand.edit(folder, parts.get(1), parts.get(2));

    List<Issue> errors = TinyHand.errors(folder);

    assertFalse(errors.isEmpty());
    Issue first = errors.getFirst();
    assertEquals(parts.get(3), first.place().toString(), errors.toString());
    assertTrue(first.problem().contains(parts.get(4)), errors.toString());
    assertTrue(first.wayOut().contains(parts.get(5)), errors.toString());
  }

  /** Whatever a rule says, a build ends with volumes that can be looked at or with issues. */
  @ParameterizedTest
  @MethodSource("seeds")
  void anyDamageEndsInIssuesOrInABuild(long seed) throws IOException {
    String file = TinyHand.FILES.get((int) (seed % TinyHand.FILES.size()));
    String text = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
    TinyHand.write(folder, file, CaseTable.damage(text, ",;\"\n 0-/@#*AB", seed));

    for (Issue error : TinyHand.errors(folder)) {
      assertTrue(error.place().file().endsWith(".csv"), error.toString());
      assertFalse(error.wayOut().isEmpty(), error.toString());
    }
  }
}
