package org.plimsoll.border.files.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.border.fixture.RandomEntries;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.border.origin.OriginRule;
import org.plimsoll.model.provenance.Loaded;

/** A schedule read is the schedule written, and each fault has its place. */
class ScheduleFileTest {
  @Test
  void readAfterPrintIsTheIdentity() {
    Loaded<Optional<LevySchedule>> read =
        ScheduleFile.parse("tiny.yaml", ScheduleFile.print(TinyLaw.schedule()));
    assertEquals(List.of(), read.issues());
    assertEquals(Optional.of(TinyLaw.schedule()), read.value());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7})
  void readAfterPrintIsTheIdentityForAnyInstrument(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 50; i++) {
      LevySchedule schedule =
          TinyLaw.schedule(
              List.of(
                  TinyLaw.rule(
                      "gallium/refined",
                      "811292",
                      "Ga 4N: 'pure'",
                      RandomEntries.instrument(random, (int) seed))));
      Loaded<Optional<LevySchedule>> read =
          ScheduleFile.parse("any.yaml", ScheduleFile.print(schedule));
      assertEquals(List.of(), read.issues());
      assertEquals(Optional.of(schedule), read.value());
    }
  }

  /** Each rule alone, and all of them as one of which any is enough. */
  @Test
  void readAfterPrintIsTheIdentityForAnyRuleOfOrigin() {
    List<OriginRule> rules =
        List.of(
            new OriginRule.WhollyObtained(),
            new OriginRule.SpecifiedProcess(OriginRule.Step.EXTRACTED),
            new OriginRule.SpecifiedProcess(OriginRule.Step.TRANSFORMED),
            new OriginRule.TariffShift(4, TinyLaw.share("0.1")),
            new OriginRule.TariffShift(2, TinyLaw.share("0")),
            new OriginRule.RegionalValue(OriginRule.Method.BUILD_DOWN, TinyLaw.share("0.4")),
            new OriginRule.RegionalValue(OriginRule.Method.BUILD_UP, TinyLaw.share("0.35")),
            new OriginRule.AllOf(
                List.of(
                    new OriginRule.TariffShift(6, TinyLaw.share("0.1")),
                    new OriginRule.RegionalValue(
                        OriginRule.Method.BUILD_UP, TinyLaw.share("0.3")))));
    for (OriginRule rule :
        Stream.concat(rules.stream(), Stream.of(new OriginRule.AnyOf(rules))).toList()) {
      LevySchedule schedule = TinyLaw.exemptBy(rule);
      Loaded<Optional<LevySchedule>> read =
          ScheduleFile.parse("any.yaml", ScheduleFile.print(schedule));
      assertEquals(List.of(), read.issues());
      assertEquals(Optional.of(schedule), read.value());
    }
    assertTrue(
        ScheduleFile.parse(
                "short.yaml",
                ScheduleFile.print(TinyLaw.schedule())
                    .replace("origin: processed", "origin: {tariffShift: 4}"))
            .value()
            .orElseThrow()
            .exemptions()
            .rule()
            .asksForMaterials());
  }

  private static final String FAULTS =
      """
      # what is replaced / by what / line:column / what is said
      currency: USD / currency: dollars / 7:11 / 'currency': a currency is written
      from: 2027-01-01 / from: 1.1.2027 / 4:7 / 'from': Text '1.1.2027'
      basis: FOB / basis: EXW / 6:8 / 'EXW' states no value at a port
      until: 2028-01-01 / until: 2026-01-01 / 5:8 / 'until' is not after 'from'
      freight: 0.05 / freight: 5% / 10:10 / '5%' is no number
      freight: 0.05 / freigth: 0.05 / 10:1 / unknown key 'freigth'
      kind: mfn / kind: vat / 21:12 / not a kind of duty: 'vat'
      floor: 2000 / floor: -500 / :12 / 'floor': a price a kilogram is not negative
      floor: 2000 / floor: 0.0000001 / :12 / at most 6 decimals
      codes: ['811010'] / codes: ['8112'] / :5 / must name HS codes of six to ten digits
      instrument: specific / instrument: quota / :17 / unknown instrument 'quota'
      id: antimony-metal / id: gallium-refined / :9 / two rules are called gallium-refined
      origin: processed / origin: mined / 13:11 / 'origin' is 'mined', which is no rule of origin
      origin: processed / origin: {tariffShift: 3} / 13:25 / is '3'
      origin: processed / origin: {tolerance: 0.1} / 13:11 / this block of origin holds no rule
      origin: processed / origin: {buildUp: 0.3, tolerance: 0.1} / 13:11 / is of a tariff shift
      origin: processed / origin: [processed, mined] / 13:23 / 'mined', which is no rule
      origin: processed / origin: [] / 13:11 / names no rule of origin
      origin: processed / direct: no / 12:3 / 'origin' is missing
      version: / versoin: / 2:1 / unknown key 'versoin'
      version: '2027-1' / title: 'again' / 1:1 / key 'version' is missing
      rate: 0.25 / rate: a quarter / :31 / 'a quarter' is no number
      kilograms: 1000 / kilograms: 10000000000000 / : / must hold 0 to 9 Mt
      rules: / rules: [ / : / this is not YAML
      freight: 0.05 / freight: 4 / 10:10 / 'freight': 4 is above 1, the most
      contentFactor: 0.9999 / contentFactor: 98 / :20 / 98 is above 1, the most
      rate: 0.25 / rate: 25 / 22:31 / 'rate': 25 is above 10, the most
      adValorem: 0.935 / adValorem: 93.5 / :16 / 93.5 is above 10, the most
      deMinimis: 0.01 / deMinimis: 1.01 / :16 / 1.01 is above 1, the most
      WO3: 0.793 / WO3: 79.3 / :24 / 79.3 is above 10, the most
      origin: processed / origin: {tariffShift: 4, tolerance: 10} / 13:39 / 10 is above 1
      origin: processed / origin: {buildDown: 40} / 13:23 / 'buildDown': 40 is above 1
      origin: processed / origin: {buildUp: 30} / 13:21 / 'buildUp': 30 is above 1
      basis: Sb / basis: Sb|    grade: {atLeast: 90, below: 99} / :22 / 90 is above 1
      codes: ['811010'] / codes: ['811010', '811010'] / :5 / names code 811010 twice
      basis: Ge / basis: Ga / :5 / are both of code 811292 in Ga, and neither has a grade
      kind: section-301, rate: 0.25 / kind: mfn, rate: declared / 22:5 / it would be paid twice
      from: 2027-07-01 / from: 2027-01-01 / 25:5 / two rates of EUR from 2027-01-01 on
      EUR, from: 2027-07-01 / USD, from: 2027-07-01 / 25:5 / a rate of USD, the currency of the
      2020-01-01, until: 2028-01-01 / 2020-01-01, until: 2019-12-31 / 16:47 / 'until' is not after
      WO3: 0.793 / WO3: 0.793, WO3: 0.8 / :31 / 'conversions' has WO3 twice
      WO3: 0.793 / W: 0.793 / :5 / converts its own basis, W
      basis: Sb / basis: Sb|    grade: {atLeast: 0.9, below: 0.9} / :12 / to below 0.9 holds nothing
      """;

  static Stream<String> faults() {
    return FAULTS.lines().filter(row -> !row.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultHasItsPlace(String row) {
    List<String> cells = Stream.of(row.split(" / ", -1)).toList();
    String text = ScheduleFile.print(TinyLaw.schedule());
    String wrong = text.replace(cells.get(0), cells.get(1).replace('|', '\n'));
    assertNotEquals(text, wrong, () -> cells.get(0) + " is not there");
    List<String> issues =
        ScheduleFile.parse("s.yaml", wrong).issues().stream().map(Object::toString).toList();
    assertTrue(
        issues.stream()
            .anyMatch(issue -> issue.contains(cells.get(2)) && issue.contains(cells.get(3))),
        () -> String.join("\n", issues));
  }

  @Test
  void versionsOfAFolderMakeABook(@TempDir Path folder) throws IOException {
    LevySchedule first = TinyLaw.schedule();
    String second =
        ScheduleFile.print(first)
            .replace("'2027-1'", "'2028-1'")
            .replace("from: 2027-01-01\nuntil: 2028-01-01", "from: 2028-01-01");
    Files.writeString(folder.resolve("a.yaml"), ScheduleFile.print(first));
    Files.writeString(folder.resolve("b.YML"), second);
    Loaded<Optional<ScheduleBook>> book = ScheduleFile.readBook(folder);
    assertEquals(List.of(), book.issues());
    ScheduleBook both = book.value().orElseThrow();
    assertEquals("2027-1", both.find(TinyLaw.DAY).orElseThrow().version());
    assertEquals("2028-1", both.find(TinyLaw.DAY.plusYears(5)).orElseThrow().version());
    assertEquals(Optional.empty(), both.find(TinyLaw.FROM.minusDays(1)));

    Files.writeString(
        folder.resolve("c.yaml"), second.replace("from: 2028-01-01", "from: 2027-06-01"));
    assertTrue(
        ScheduleFile.readBook(folder).issues().getFirst().toString().contains("both in force on"));
  }

  @Test
  void moreDutiesThanAScheduleHoldsAreRefusedWithTheirPlace() {
    String step = "  - {kind: mfn, rate: declared, countsTowardsFloor: yes}\n";
    String text = ScheduleFile.print(TinyLaw.schedule());
    String more = step.replace("declared", "0.1").repeat(27);
    assertEquals(
        "[s.yaml:49:5: a schedule has at most 28 steps of duty, but this has 29\n"
            + "  Maybe name several products or origins in one step]",
        ScheduleFile.parse("s.yaml", text.replace(step, step + more)).issues().toString());
    assertEquals(List.of(), ScheduleFile.parse("s.yaml", text.replace(step, more)).issues());
  }

  /** Rates are counted over the version and the file of its folder. */
  @Test
  void twoRatesOfOneDayAreRefusedWhereverTheyStand(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("2027-1.yaml"), ScheduleFile.print(TinyLaw.schedule()));
    Path rates = folder.resolve(RatesFile.NAME);
    Files.writeString(rates, "currency,from,rate\nEUR,2027-01-01,1.3\n");
    assertTrue(
        ScheduleFile.readBook(folder)
            .issues()
            .toString()
            .contains(
                "rates.csv: of version 2027-1 there are two rates of EUR from 2027-01-01 on"));
    Files.writeString(rates, "currency,from,rate\nGBP,2027-01-01,1.3\nGBP,2027-01-01,1.2\n");
    assertTrue(
        ScheduleFile.readBook(folder)
            .issues()
            .toString()
            .contains("line 3: 'GBP,2027-01-01,1.2': is a second rate of that currency and day"));
  }

  @Test
  void aMissingFileAndAnEmptyOneAreIssues(@TempDir Path folder) throws IOException {
    assertTrue(ScheduleFile.read(folder.resolve("none.yaml")).hasErrors());
    Files.writeString(folder.resolve("empty.yaml"), "");
    assertTrue(ScheduleFile.read(folder.resolve("empty.yaml")).hasErrors());
    Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xFC, 'a'});
    assertTrue(ScheduleFile.read(folder.resolve("latin.yaml")).hasErrors());
  }

  /** Rates are published more often than the law changes: a folder has a file of them. */
  @Test
  void ratesOfAFolderHoldForItsVersions(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("2027-1.yaml"), ScheduleFile.print(TinyLaw.schedule()));
    Path rates = folder.resolve(RatesFile.NAME);
    Files.writeString(rates, "currency,from,rate\nGBP,2027-01-01,1.25\n");
    ScheduleBook book = ScheduleFile.readBook(folder).value().orElseThrow();
    int own = TinyLaw.schedule().rates().size();
    assertEquals(own + 1, book.versions().getFirst().rates().size());
    assertEquals("1.25", book.versions().getFirst().rates().getLast().toDecimal().toPlainString());
    Files.writeString(rates, "currency,from,rate\nGBP,2027-01-01,a quarter more\n");
    Loaded<Optional<ScheduleBook>> wrong = ScheduleFile.readBook(folder);
    assertEquals(Optional.empty(), wrong.value());
    assertTrue(wrong.issues().toString().contains("rates.csv, line 2"), wrong.issues()::toString);
  }

  @Test
  void whatAScheduleWillRefuseIsSaid() {
    assertEquals(List.of(), TinyLaw.schedule().listGaps());
    String bare =
        ScheduleFile.print(TinyLaw.schedule())
            .replace("freight: 0.05\n", "")
            .replaceAll("(?m)^rates:\n(  - .*\n)+", "");
    LevySchedule read = ScheduleFile.parse("bare.yaml", bare).value().orElseThrow();
    assertEquals(2, read.listGaps().size());
    assertTrue(read.listGaps().getFirst().contains("entries on CIF will be refused"));
    assertTrue(read.listGaps().getLast().contains("other currencies will be refused"));
  }
}
