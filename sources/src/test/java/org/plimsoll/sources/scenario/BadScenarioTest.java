package org.plimsoll.sources.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.CaseTable;

/** Each line of {@code bad-scenario.txt}: one fault, named where it is, with a way out. */
final class BadScenarioTest {
  private static final Evidence WORLD = NamesOfTheWorld.evidence();

  @TempDir private Path folder;

  static Stream<Arguments> cases() {
    return CaseTable.read(BadScenarioTest.class, "bad-scenario.txt", 6).stream()
        .map(parts -> Arguments.of(CaseTable.title(parts), parts));
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @Test
  void theBaseHasNoFault() throws IOException {
    Loaded<Optional<Scenario>> read = read(base());
    assertEquals(List.of(), read.issues());
    assertTrue(read.value().isPresent());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theFaultIsNamedWithItsPlaceAndAWayOut(String title, List<String> parts) throws IOException {
    Loaded<Optional<Scenario>> read = read(CaseTable.edit(base(), parts.get(1)));

    List<Issue> errors = read.issues().stream().filter(Issue::isError).toList();
    String all = errors.toString();
    assertTrue(read.value().isEmpty(), "a scenario with an error is not usable");
    assertEquals(Integer.parseInt(parts.get(2)), errors.size(), all);
    Issue first = errors.getFirst();
    String place = parts.get(3).equals("0") ? "" : ":" + parts.get(3);
    assertEquals(folder.resolve("base.yaml") + place, first.place().toString(), all);
    assertTrue(first.problem().contains(parts.get(4)), all);
    assertTrue(first.wayOut().contains(parts.get(5)), all);
    for (Issue error : errors) {
      assertTrue(error.toString().matches("(?s).*\n  Maybe \\S.*"), error.toString());
    }
  }

  @Test
  void everyFaultIsFoundInOneReading() throws IOException {
    String text =
        base()
            .replace("horizon: one-year", "horizon: soon")
            .replace("usdPerKg: 110", "usdPerKg: -1")
            .replace("by: [CHN]", "by: [CHI]")
            .replace("budgetUsd: 12e9", "budgetUsd: much");
    List<String> places =
        read(text).issues().stream()
            .map(issue -> issue.place().line() + ":" + issue.place().column())
            .toList();
    assertEquals(List.of("4:10", "17:15", "21:10", "29:24"), places);
  }

  @Test
  void aFileThatIsMissingOrTooLargeIsNotRead() throws IOException {
    Path missing = folder.resolve("missing.yaml");
    Issue absent = ScenarioFile.read(missing, WORLD).issues().getFirst();
    assertEquals(missing + ": the file does not exist", absent.toString().lines().toList().get(0));

    Issue large = read("#".repeat((1 << 20) + 1)).issues().getFirst();
    assertEquals(
        "the file has 1048577 bytes, more than the 1048576 that are read", large.problem());
    Issue folderItself = ScenarioFile.read(folder, WORLD).issues().getFirst();
    assertTrue(folderItself.problem().contains("cannot be read"), folderItself.toString());
  }

  @Test
  void deepNestingEndsInAnIssueNotInAnOverflow() {
    String deep = "a: " + "[".repeat(500_000);
    Issue issue = ScenarioFile.parse("deep.yaml", deep, WORLD).issues().getFirst();
    assertTrue(issue.problem().contains("nested deeper"), issue.toString());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyDamageIsAnIssueOrIsReadAndPrinted(long seed) throws IOException {
    String text = CaseTable.damage(base(), "{}[]:,-#&*!|>'\"%@ \n\t0x\u00e9", seed);
    Loaded<Optional<Scenario>> read = read(text);
    assertEquals(read.hasErrors(), read.value().isEmpty(), read.issues().toString());
    read.value()
        .ifPresent(scenario ->
            assertEquals(
                Optional.of(scenario),
                ScenarioFile.parse("again.yaml", ScenarioFile.print(scenario), WORLD).value()));
  }

  private Loaded<Optional<Scenario>> read(String latin1) throws IOException {
    Path file = folder.resolve("base.yaml");
    Files.writeString(file, latin1, StandardCharsets.ISO_8859_1);
    return ScenarioFile.read(file, WORLD);
  }

  private static String base() {
    return CaseTable.resource(BadScenarioTest.class, "base.yaml");
  }
}
