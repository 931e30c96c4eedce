package org.plimsoll.border.files.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.border.files.bills.BillSorting;
import org.plimsoll.border.files.bills.MaterialRows;
import org.plimsoll.border.files.bills.SortedBills;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.table.Fingerprint;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.border.levy.Step;
import org.plimsoll.border.origin.Claim;
import org.plimsoll.border.origin.OriginRule;

/**
 * Bills of materials beside entries: 100 kg of gallium for 40,000 dollars, last transformed in the
 * United States, owe 10,000 unless their bill shows that they originate there.
 *
 * <p>Long because every way in which a bill can be wrong stands here.
 */
class MaterialsTest {
  private static final String HEADER = "entry_id,line,role,hs_code,origin,value,currency";
  private static final OriginRule FORTY_PER_CENT =
      new OriginRule.RegionalValue(OriginRule.Method.BUILD_DOWN, TinyLaw.share("0.4"));
  private static final String ROW =
      EntryText.csv(TinyLaw.line("811292", "Ga", "100", "1", "40000"))
          .replace(",CHN,CHN,CHN,CHN,", ",CHN,CHN,USA,USA,");

  @TempDir Path folder;

  private Path entries = Path.of("");

  @BeforeEach
  void writeEntries() throws IOException {
    entries =
        Files.write(
            folder.resolve("entries.csv"),
            List.of(EntryText.header(), line("A", 1), line("A", 10), line("B", 1)));
  }

  private static String line(String entry, int number) {
    return ROW.replace("E1,1,", entry + "," + number + ",");
  }

  private Path bills(String... rows) throws IOException {
    return bills(List.of(rows));
  }

  private Path bills(List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    lines.addAll(rows);
    return Files.write(folder.resolve("materials.csv"), lines);
  }

  private static AssessRun run(OriginRule rule, int threads) {
    return new AssessRun(ScheduleBook.of(TinyLaw.exemptBy(rule)), threads, 9000);
  }

  /** Levy and flags of each line. */
  private List<String> owed(String out) throws IOException {
    List<String> owed = new ArrayList<>();
    for (String row : Files.readAllLines(folder.resolve(out).resolve(AssessRun.RESULTS))) {
      String[] cells = row.split(",", -1);
      owed.add("%s/%s %s %s".formatted(cells[0], cells[1], cells[22], cells[27]).strip());
    }
    return owed.subList(1, owed.size());
  }

  /** The first line has a bill of which a good and a material are told; the rule is 40%. */
  @ParameterizedTest
  @CsvSource({
    // price of the goods, material; levy, flag
    "811292 40000 USD, 811292 CHN 24000 USD, 0.00, exempt-member",
    "811292 40000 USD, 811292 CHN 24000.01 USD, 10000.00, ''",
    "811292 40000 USD, 811292 JPN 24000.01 USD, 0.00, exempt-member", // cumulation
    "811292 40000 USD, 811292 - 24000.01 USD, 10000.00, ''", // of no known origin
    "811292 36363.63 EUR, 811292 CHN 23999.99 USD, 0.00, exempt-member", // × 1.1 = 39,999.99
    "811292 36363.63 EUR, 811292 CHN 24000 USD, 10000.00, ''", // and 0.6 of it 23,999.994
    "811292 40000 USD, 811292 CHN 21818.18 EUR, 0.00, exempt-member", // × 1.1 = 24,000.00
    "811292 40000 USD, 811292 CHN 21818.19 EUR, 10000.00, ''", // × 1.1 = 24,000.01
    // a price above the customs value, or of other goods, shows nothing
    "811292 40000.01 USD, 811292 CHN 1 USD, 10000.00, origin-not-shown",
    "811299 40000 USD, 811292 CHN 1 USD, 10000.00, origin-not-shown",
    "8112921000 40000 USD, 811292 CHN 1 USD, 0.00, exempt-member",
  })
  void aBillShowsWhereGoodsOriginate(String good, String material, String levy, String flag)
      throws IOException {
    Path bills = bills("A,1,good," + cells(good), "A,1,material," + cells(material));
    AssessRun.Report report =
        run(FORTY_PER_CENT, 1)
            .withMaterials(bills)
            .run(EntryInput.of(entries), folder.resolve("out"));
    assertEquals(
        List.of(
            ("A/1 " + levy + " " + flag).strip(),
            "A/10 10000.00 origin-not-shown",
            "B/1 10000.00 origin-not-shown"),
        owed("out"));
    assertEquals(new MaterialRows(2, 0), report.materials());
  }

  /** Code, origin if any, value, currency as cells of a row. */
  private static String cells(String words) {
    List<String> cells = new ArrayList<>(List.of(words.split(" ", -1)));
    if (cells.size() == 3) {
      cells.add(1, "");
    }
    return String.join(",", cells).replace(",-,", ",,");
  }

  private static final String REFUSED =
      """
      # rows of the bill of A/1 after its good, refused: line, column, reason, / between
      X,1,material,811292,CHN,1,USD / 4,,"is of a bill with 0 rows of role good
      A,1,good,811292,,1,USD / 3,,"is of a bill with 2 rows of role good
      A,1,material,8112,CHN,1,USD / 4,hs_code,'8112' is no HS code
      A,1,material,8112,CHN,1,USD / 3,,"is of a bill of which line 4 is refused
      A,1,material,811292,China,1,USD / 4,origin,
      A,1,material,811292,CHN,1e9,USD / 4,value,'1e9' is no amount
      A,1,material,811292,CHN,-1,USD / 4,value,'-1' is no amount
      A,1,material,811292,CHN,0.001,USD / 4,value,
      A,1,material,811292,CHN,1,dollars / 4,currency,
      A,1,part,811292,CHN,1,USD / 4,role,'part' is no role
      A,one,material,811292,CHN,1,USD / 4,line,"'one' is no number of a line
      A,one,material,811292,CHN,1,USD / 3,,"is of a bill of which line 4 is refused, or may be
      A,one,material,811292,CHN,1,USD / 5,,"is of a bill of which line 4 is refused, or may be
      ,1,material,811292,CHN,1,USD / 4,entry_id,is empty
      A,1,material / 4,,"has 3 cells, but the header has 7
      A,1,material / 5,,"is of a bill of which line 4 is refused, or may be
      """;

  static Stream<String> refused() {
    return REFUSED.lines().filter(row -> !row.startsWith("#"));
  }

  /** The row in question is the fourth line; A/1 has a good alone before it, B/1 follows. */
  @ParameterizedTest
  @MethodSource("refused")
  void aRowThatIsRefusedTakesItsBillWithIt(String row) throws IOException {
    List<String> cells = List.of(row.split(" / ", -1));
    Path bills =
        bills(
            "A,1,material,811292,CHN,2,USD",
            "A,1,good,811292,,40000,USD",
            cells.get(0),
            "B,1,good,811292,,40000,USD",
            "B,1,material,811292,CHN,2,USD");
    AssessRun.Report report =
        run(FORTY_PER_CENT, 1)
            .withMaterials(bills)
            .run(EntryInput.of(entries), folder.resolve("out"));
    List<String> rejects =
        Files.readAllLines(folder.resolve("out").resolve(AssessRun.MATERIAL_REJECTS));
    String wanted = "materials.csv," + cells.get(1).strip();
    assertTrue(
        rejects.stream().anyMatch(said -> said.contains(wanted)),
        () -> wanted + " is not in\n" + String.join("\n", rejects));
    assertEquals("file,line,column,reason", rejects.getFirst());
    assertEquals(new MaterialRows(5, rejects.size() - 1), report.materials());
    assertEquals(3, report.totals().assessed());
  }

  @Test
  void billsMustBeWholeAndStandTogether() throws IOException {
    assertEquals(
        List.of("is a bill without materials; Maybe the goods are wholly obtained"),
        reasons("A,1,good,811292,,1,USD"));
    assertEquals(
        List.of("is of a bill whose rows stand apart", "is of a bill whose rows stand apart"),
        reasons(
            "A,1,good,811292,,1,USD",
            "B,1,good,811292,,1,USD",
            "B,1,material,811292,,1,USD",
            "A,1,material,811292,,1,USD"));
    String tooMuch = "is of a bill whose materials are worth more than the goods at 40000.00 USD";
    assertEquals(
        List.of(tooMuch, tooMuch, tooMuch),
        reasons(
            "A,1,good,811292,,40000,USD",
            "A,1,material,280530,CHN,39000,USD",
            "A,1,material,280530,USA,30000,USD"));
    assertEquals(
        List.of(), reasons("A,1,good,811292,,40000,USD", "A,1,material,811292,,40000,USD"));
    assertEquals( // what they are worth together only a rate can tell
        List.of(), reasons("A,1,good,811292,,40000,USD", "A,1,material,811292,,40001,EUR"));
    List<String> many = new ArrayList<>(List.of("A,1,good,811292,,1,USD"));
    many.addAll(Collections.nCopies(10_000, "A,1,material,811292,,0,USD"));
    assertEquals(10_001, reasons(many.toArray(String[]::new)).size());
    assertEquals(List.of(), reasons(many.subList(0, 10_000).toArray(String[]::new)));
    assertEquals(List.of(), reasons());
  }

  private List<String> reasons(String... rows) throws IOException {
    Path bills = bills(rows);
    Path aside = Files.createTempDirectory(folder, "sorted");
    try (SortedBills sorted = BillSorting.open(bills, aside)) {
      assertEquals(rows.length, sorted.count().read());
      List<String> rejects = Files.readAllLines(aside.resolve(AssessRun.MATERIAL_REJECTS));
      assertEquals(rejects.size() - 1, sorted.count().refused());
      return rejects.stream()
          .skip(1)
          .map(row -> row.substring(row.indexOf(",,") + 2).replace("\"", ""))
          .map(reason -> reason.split("(, which|; Maybe (write|sort|add|that is))", -1)[0])
          .toList();
    }
  }

  /** Bills in any order, whose names begin alike or are not of ASCII, are each found. */
  @Test
  void everyBillIsFoundAndNoOther() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      names.add((i % 3 == 0 ? "É" : "E-") + "x".repeat(i % 7) + i / 7);
    }
    Collections.shuffle(names, new Random(5));
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int line : List.of(10, 1)) {
        String key = "%s,%d,".formatted(names.get(i), line);
        rows.add(key + "material,280530,CHN,%d,JPY".formatted(10 * i + line));
        rows.add(key + "good,850511,,%d.50,EUR".formatted(1 + i));
        rows.add(key + "material,280530,,7,USD");
      }
    }
    try (SortedBills sorted = BillSorting.open(bills(rows), folder)) {
      assertEquals(new MaterialRows(4200, 0), sorted.count());
      for (int i = 0; i < names.size(); i++) {
        Claim claim = sorted.find(names.get(i), 10).orElseThrow();
        assertEquals("%d.50 EUR".formatted(1 + i), claim.price().toString());
        assertEquals("850511", claim.code());
        assertEquals(2, claim.materials().size());
        assertEquals("%d JPY".formatted(10 * i + 10), claim.materials().getFirst().value() + "");
        assertEquals(Optional.empty(), claim.materials().getLast().origin());
        assertTrue(sorted.find(names.get(i), 1).isPresent());
        assertFalse(sorted.find(names.get(i), 2).isPresent());
        assertFalse(sorted.find(names.get(i) + "y", 1).isPresent());
      }
      assertFalse(sorted.find("", 1).isPresent());
      assertFalse(sorted.find("zzz", 1).isPresent());
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          List.of("entries.csv", "materials-rejects.csv", "materials.csv"),
          left.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  private Path manyEntries() throws IOException {
    List<String> rows = new ArrayList<>(List.of(EntryText.header()));
    for (int i = 0; i < 9000; i++) {
      rows.add(line("E" + i, 1));
    }
    return Files.write(folder.resolve("many.csv"), rows);
  }

  private Path manyBills() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 8999; i >= 0; i--) {
      rows.add("E%d,1,good,811292,,40000,USD".formatted(i));
      rows.add("E%d,1,material,811292,CHN,%d,USD".formatted(i, 20_000 + i));
    }
    return bills(rows);
  }

  /** 4,001 of them have materials of at most 24,000; threads and packing change nothing. */
  @Test
  void threadsAndPackingChangeNothing() throws IOException {
    Path many = manyEntries();
    Path bills = manyBills();
    LevySchedule plain = TinyLaw.exemptBy(FORTY_PER_CENT, EntryText.plainRules());
    Path packed = folder.resolve("packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(bills, out);
    }
    new AssessRun(ScheduleBook.of(plain), 1, 9000)
        .withMaterials(bills)
        .run(EntryInput.of(many), folder.resolve("one"));
    new AssessRun(ScheduleBook.of(plain), 3, 9000)
        .withMaterials(packed)
        .run(EntryInput.of(many), folder.resolve("three"));
    assertEquals(owed("one"), owed("three"));
    assertEquals(4001, owed("one").stream().filter(row -> row.endsWith("exempt-member")).count());
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "3"})
  void aRunThatStoppedGoesOnWithTheSameBills(int batches) throws IOException {
    Path many = manyEntries();
    Path bills = manyBills();
    AssessRun run = run(FORTY_PER_CENT, 1).withMaterials(bills);
    run.run(EntryInput.of(many), folder.resolve("whole"));
    ScheduleBook book = ScheduleBook.of(TinyLaw.exemptBy(FORTY_PER_CENT));
    Path stopped = folder.resolve("stopped");
    try (SortedBills sorted = BillSorting.open(bills, folder)) {
      Checkpoints.write(
          EntryInput.of(many),
          stopped,
          batches,
          book,
          new LevyEngine(book, sorted),
          Fingerprint.ofWhole(bills));
    }
    AssessRun.Report report = run.run(EntryInput.of(many), stopped);
    assertEquals(owed("whole"), owed("stopped"));
    assertEquals(new MaterialRows(18_000, 0), report.materials());
    assertEquals(batches > 0, report.resumedAt() > 0);
    assertEquals(report.materials(), run.run(EntryInput.of(many), stopped).materials());
  }

  @Test
  void otherBillsAreNotMixedIn() throws IOException {
    Path bills = bills("A,1,good,811292,,1,USD", "A,1,material,811292,CHN,1,USD");
    AssessRun run = run(FORTY_PER_CENT, 1);
    run.withMaterials(bills).run(EntryInput.of(entries), folder.resolve("out"));
    run.run(EntryInput.of(entries), folder.resolve("bare"));
    for (String out : List.of("out", "bare")) {
      Files.writeString(bills, Files.readString(bills).replace(",CHN,1,", ",CHN,2,"));
      UnreadableInput fault =
          assertThrows(
              UnreadableInput.class,
              () -> run.withMaterials(bills).run(EntryInput.of(entries), folder.resolve(out)));
      assertTrue(fault.toString().contains("another file of bills of materials"));
    }
    assertThrows(
        UnreadableInput.class, () -> run.run(EntryInput.of(entries), folder.resolve("out")));
  }

  @Test
  void filesThatAreNoBillsAreSaidToBe() throws IOException {
    AssessRun run = run(FORTY_PER_CENT, 1).withMaterials(folder.resolve("materials.csv"));
    assertTrue(fault(run).contains("there is no file"), () -> fault(run));
    Files.writeString(folder.resolve("materials.csv"), "entry_id,line,hs_code\n");
    assertTrue(fault(run).contains("the columns role, origin, value, currency are missing"));
    Files.writeString(folder.resolve("materials.csv"), HEADER + ",role\n");
    assertTrue(fault(run).contains("the header names role twice"));
  }

  private String fault(AssessRun run) {
    return String.valueOf(
        assertThrows(
                UnreadableInput.class,
                () -> run.run(EntryInput.of(entries), folder.resolve("faulty")))
            .getMessage());
  }

  /** Columns in any order, others between, a mark at the beginning. */
  @Test
  void anExplanationNamesEveryMaterial() throws IOException {
    Path bills = folder.resolve("bill.csv");
    Files.writeString(
        bills,
        """
        \uFEFFrole;entry_id;line;part;hs_code;origin;value;currency
        good;A;1;magnet;811292;;40000;USD
        material;A;1;powder;280530;CHN;20000;USD
        material;A;1;coating;750210;USA;1000;USD
        """);
    List<Explained> found =
        run(FORTY_PER_CENT, 1).withMaterials(bills).explain(EntryInput.of(entries), "A/1").lines();
    assertEquals(
        List.of(
            new Step("bill", "price of the goods, of 811292", "40000.00 USD"),
            new Step("material", "280530 of CHN", "20000.00 USD outside"),
            new Step("material", "750210 of USA", "1000.00 USD inside"),
            new Step(
                "exempt",
                "(40000.00 USD − 20000.00 USD from outside) ÷ 40000.00 USD is at least 0.4",
                "exempt-member")),
        found.getFirst().steps().subList(1, 5));
    assertTrue(
        run(FORTY_PER_CENT, 1)
            .explain(EntryInput.of(entries), "A/1")
            .toString()
            .contains("a bill of materials is missing"));
  }

  /** A currency of a bill without a rate is a gap of the schedule, and said to be. */
  @Test
  void aBillInACurrencyWithoutARateIsRefused() throws IOException {
    Path bills = bills("A,1,good,811292,,1,USD", "A,1,material,811292,CHN,1,CNY");
    AssessRun.Report report =
        run(FORTY_PER_CENT, 1)
            .withMaterials(bills)
            .run(EntryInput.of(entries), folder.resolve("out"));
    assertEquals("{currency=1}", report.totals().refusals().toString());
    assertTrue(
        Files.readString(folder.resolve("out").resolve(AssessRun.REJECTS))
            .contains("of its bill: the schedule has no rate of CNY on 2027-03-01"));
  }
}
