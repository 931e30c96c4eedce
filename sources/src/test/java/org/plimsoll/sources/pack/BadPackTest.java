package org.plimsoll.sources.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.CaseTable;

/** Each line of {@code bad-pack.txt}: one fault, named where it is, with a way out. */
final class BadPackTest {
  @TempDir private Path world;

  static Stream<Arguments> cases() {
    return CaseTable.read(BadPackTest.class, "bad-pack.txt", 7).stream()
        .map(parts -> Arguments.of(CaseTable.title(parts), parts));
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theFaultIsNamedWithItsPlaceAndAWayOut(String title, List<String> parts) throws IOException {
    Pack.write(TinyWorld.evidence(), world);
    Path table = world.resolve(parts.get(1) + ".csv");
    if (parts.get(2).equals("delete")) {
      Files.delete(table);
    } else {
      String text = Files.readString(table, StandardCharsets.ISO_8859_1);
      Files.writeString(table, CaseTable.edit(text, parts.get(2)), StandardCharsets.ISO_8859_1);
    }

    Loaded<Evidence> read = Pack.read(world);

    List<Issue> errors = read.issues().stream().filter(Issue::isError).toList();
    String all = errors.toString();
    assertEquals(Integer.parseInt(parts.get(3)), errors.size(), all);
    Issue first = errors.getFirst();
    assertEquals(world.resolve(parts.get(4)).toString(), first.place().toString(), all);
    assertTrue(first.problem().contains(parts.get(5)), all);
    for (Issue error : errors) {
      assertTrue(error.toString().matches("(?s).*\n  Maybe \\S.*"), error.toString());
    }
    assertTrue(first.wayOut().contains(parts.get(6)), all);
  }

  /** Damage that is read leaves a pack that can be written and read again. */
  @ParameterizedTest
  @MethodSource("seeds")
  void anyDamageIsAnIssueOrIsReadAndWritten(long seed) throws IOException {
    Pack.write(RandomWorld.evidence(seed), world);
    int table = (int) (seed % Pack.TABLES.size());
    Path file = world.resolve(Pack.TABLES.get(table).table().fileName());
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String damaged = CaseTable.damage(text, ",;\"\n\r 0-e/@#*\u00e9", seed);
    Files.writeString(file, damaged, StandardCharsets.ISO_8859_1);

    Loaded<Evidence> read = Pack.read(world);

    if (!read.hasErrors()) {
      Pack.write(read.value(), world);
      assertEquals(Pack.inFileOrder(read.value()), Pack.read(world).value());
    }
  }
}
