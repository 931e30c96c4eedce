package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.planner.plan.ActionPlan;

/** The folder of a plan: what is in it, that it is the same twice, and what it may replace. */
class PlanFolderTest {
  static final PlanInputs INPUTS =
      new PlanInputs(
          "2026-11-24",
          "ab12",
          new TreeMap<>(java.util.Map.of("prices.csv", "ab12")),
          List.of(),
          "sample",
          "cd34",
          "plimsoll 0.2.0",
          0,
          7,
          new TreeMap<>(java.util.Map.of("imbalance", 1e-8)));

  @TempDir private Path folder;

  @Test
  void itHoldsThePlanAsPageDataTablesAndManifest() throws IOException {
    Path out = write("plan");
    List<String> names = names(out);
    assertTrue(
        names.containsAll(
            List.of("plan.html", "plan.json", "tables.xlsx", "manifest.json", "tables/floors.csv")),
        names.toString());
    assertEquals(List.of("plan"), names(folder, 1), "nothing is left beside it");
  }

  /** Else 0.31499996 is 31% on the page and, by way of 0.315, 32% for who reads the plan. */
  @Test
  void whoeverReadsThePlanComesToTheSamePageAndTables() throws IOException {
    Path out = write("plan");
    ActionPlan read = PlanJson.read(Files.readString(out.resolve("plan.json")));
    assertEquals(Files.readString(out.resolve("plan.html")), PlanPage.render(read));
    for (PlanTable table : PlanTables.of(read)) {
      assertEquals(
          Files.readString(out.resolve("tables/" + table.name() + ".csv")), table.grid().csv());
    }
  }

  @Test
  void theManifestHasTheHashOfEveryOtherFileAndWhatThePlanWasMadeFrom() throws IOException {
    Path out = write("plan");
    JsonNode manifest = new ObjectMapper().readTree(out.resolve("manifest.json").toFile());
    assertEquals("plimsoll-plan", manifest.get("kind").asText());
    assertEquals("cd34", manifest.get("inputs").get("scenarioSha256").asText());
    assertEquals(7, manifest.get("inputs").get("seed").asLong());
    List<String> names = names(out);
    assertEquals(names.size() - 1, manifest.get("sha256").size());
    for (String name : names) {
      if (!name.equals("manifest.json")) {
        String hash = Sha256.of(Files.readAllBytes(out.resolve(name)));
        assertEquals(hash, manifest.get("sha256").get(name).asText(), name);
      }
    }
  }

  /** The published hash of nothing, so that the hashes above are SHA-256 and not just equal. */
  @Test
  void theHashIsSha256() {
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Sha256.of(new byte[0]));
  }

  @Test
  void thePlanIsTheSameTwiceByteForByte() throws IOException, InterruptedException {
    SortedMap<String, byte[]> first = PlanFolder.files(SamplePlan.plan(), INPUTS);
    // The workbook's library stamps seconds, and an archive's entries have steps of two of them.
    Thread.sleep(2_100);
    SortedMap<String, byte[]> second = PlanFolder.files(SamplePlan.plan(), INPUTS);
    assertEquals(first.keySet(), second.keySet());
    first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
  }

  @Test
  void noFileNamesAPlaceOnThisMachine() throws IOException {
    PlanFolder.files(SamplePlan.plan(), INPUTS)
        .forEach((name, bytes) -> {
          String text = new String(bytes, StandardCharsets.ISO_8859_1);
          for (String place : List.of(folder.toString(), System.getProperty("user.dir"))) {
            assertFalse(text.contains(place), name + " has " + place);
          }
        });
  }

  @Test
  void theWorkbookIsDatedByThePlanAndNotByTheClock() throws IOException {
    byte[] book = PlanFolder.files(SamplePlan.plan(), INPUTS).get("tables.xlsx");
    boolean isFound = false;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertEquals(1980, entry.getTimeLocal().getYear(), entry.getName());
        if (entry.getName().equals("docProps/core.xml")) {
          String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          assertTrue(xml.contains(">2026-11-24T00:00:00Z</dcterms:created>"), xml);
          isFound = true;
        }
      }
    }
    assertTrue(isFound);
  }

  @Test
  void anEarlierPlanIsReplacedWhole() throws IOException {
    Path out = write("plan");
    write(SamplePlan.empty(), out);
    assertTrue(Files.readString(out.resolve("plan.json")).contains("A plan with nothing in it"));
    assertEquals(List.of("plan"), names(folder, 1));
  }

  /** Somebody's notes beside the plan are not deleted with it. */
  @Test
  void anEarlierPlanWithAnythingElseIsNotReplaced() throws IOException {
    Path out = write("plan");
    Files.writeString(out.resolve("tables/notes.txt"), "mine");
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> PlanFolder.take(out));
    assertEquals(
        "the folder %s holds tables/notes.txt beside an earlier plan, so it is not overwritten\n"
                .formatted(out)
            + "Maybe name another place with --out",
        refusal.getMessage());
    Files.writeString(out.resolve("a.txt"), "mine too");
    refusal = assertThrows(IllegalArgumentException.class, () -> write("plan"));
    assertTrue(String.valueOf(refusal.getMessage()).contains("a.txt and 1 more"));
    assertEquals("mine", Files.readString(out.resolve("tables/notes.txt")));
    assertTrue(Files.exists(out.resolve("plan.html")));
  }

  @Test
  void anEmptyFolderIsFilled() throws IOException {
    Files.createDirectory(folder.resolve("plan"));
    assertTrue(Files.exists(write("plan").resolve("plan.html")));
  }

  @Test
  void aFolderThatIsNoPlanIsNeverOverwritten() throws IOException {
    Path out = Files.createDirectory(folder.resolve("thesis"));
    Files.writeString(out.resolve("chapter-1.txt"), "years of work");
    for (String manifest : List.of("", "{\"kind\": \"another\"}", "{ no json")) {
      if (!manifest.isEmpty()) {
        Files.writeString(out.resolve("manifest.json"), manifest);
      }
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> PlanFolder.take(out));
      assertTrue(
          String.valueOf(refusal.getMessage())
              .contains("not overwritten\nMaybe name another place"));
      assertThrows(IllegalArgumentException.class, () -> write("thesis"));
    }
    assertEquals("years of work", Files.readString(out.resolve("chapter-1.txt")));
    assertEquals(List.of("thesis"), names(folder, 1));
  }

  @Test
  void aFileIsNeverOverwritten() throws IOException {
    Files.writeString(folder.resolve("plan"), "a file");
    assertThrows(IllegalArgumentException.class, () -> write("plan"));
    assertEquals("a file", Files.readString(folder.resolve("plan")));
  }

  @Test
  void aLinkIsFollowedAndStays() throws IOException {
    Path real = write("real");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    write(SamplePlan.empty(), link);
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(real.resolve("plan.json")).contains("A plan with nothing in it"));
  }

  /** Another process may be writing a plan whose name begins with this one's. */
  @Test
  void onlyLeftoversOfThisVeryNameAreCleared() throws IOException {
    List<String> strangers =
        List.of(
            ".plan-2.partial-77", ".plan.partial-3.partial-77", ".plan.partial-x", "plan.old-7");
    for (String stranger : strangers) {
      Files.createDirectory(folder.resolve(stranger));
    }
    Files.createDirectories(folder.resolve(".plan.partial-77/tables"));
    Files.createDirectory(folder.resolve(".plan.old-77"));
    write("plan");
    List<String> expected = new java.util.ArrayList<>(strangers);
    expected.add("plan");
    assertEquals(expected.stream().sorted().toList(), names(folder, 1));
  }

  /** The first run still computes; the second is refused before it does. */
  @Test
  void twoRunsDoNotTakeOneFolder() throws IOException {
    Path lock = folder.resolve(".plan.lock");
    try (PlanFolder _ = PlanFolder.take(folder.resolve("plan"))) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> write("plan"));
      assertTrue(String.valueOf(refusal.getMessage()).startsWith("another run is writing plan\n"));
    }
    assertFalse(Files.exists(lock));
    write("plan");
  }

  private static void write(ActionPlan plan, Path out) throws IOException {
    try (PlanFolder taken = PlanFolder.take(out)) {
      taken.write(plan, INPUTS);
    }
  }

  private Path write(String name) throws IOException {
    Path out = folder.resolve(name);
    write(SamplePlan.plan(), out);
    return out;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static List<String> names(Path folder, int depth) throws IOException {
    try (Stream<Path> all = Files.walk(folder, depth)) {
      return all.filter(path -> !path.equals(folder))
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
