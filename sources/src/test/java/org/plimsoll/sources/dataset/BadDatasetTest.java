package org.plimsoll.sources.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.CaseTable;

/** Each line of {@code bad-datasets.txt}: one fault, named where it is, with a way out. */
final class BadDatasetTest {
  @TempDir private Path folder;

  static Stream<Arguments> cases() {
    return CaseTable.read(BadDatasetTest.class, "bad-datasets.txt", 7).stream()
        .map(parts -> Arguments.of(parts.get(1) + ": " + CaseTable.title(parts), parts));
  }

  static LongStream seeds() {
    return LongStream.range(0, 480);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theFaultIsNamedWithItsPlaceAndAWayOut(String title, List<String> parts) throws IOException {
    Excerpt excerpt = Excerpt.valueOf(parts.get(1));
    // The words of the table are held one character a byte, like the excerpts.
    Path file = excerpt.write(CaseTable.edit(excerpt.text(), parts.get(2)), folder);

    Loaded<? extends List<?>> read = excerpt.read(file, Excerpt.areas(folder));

    List<Issue> errors = read.issues().stream().filter(Issue::isError).toList();
    String all = errors.toString();
    assertEquals(Integer.parseInt(parts.get(3)), errors.size(), all);
    Issue first = errors.getFirst();
    assertEquals(parts.get(4), first.place().toString(), all);
    assertTrue(first.problem().contains(utf8(parts.get(5))), all);
    assertTrue(first.wayOut().contains(utf8(parts.get(6))), all);
  }

  /** Whatever a file holds, no row of it is lost and no reader ends the run. */
  @ParameterizedTest
  @MethodSource("seeds")
  void anyDamageKeepsTheCountOfRows(long seed) throws IOException {
    Excerpt[] all = Excerpt.values();
    Excerpt excerpt = all[(int) (seed % all.length)];
    String damaged = CaseTable.damage(excerpt.text(), ",\"\n 0-./@#%W", seed);

    Loaded<? extends List<?>> read =
        excerpt.read(excerpt.write(damaged, folder), Excerpt.areas(folder));

    assertEquals(
        read.rows().read(), read.rows().accepted() + read.rows().errors() + read.rows().skipped());
    assertTrue(read.rows().read() > 0 || read.hasErrors());
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
