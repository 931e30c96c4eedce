package org.plimsoll.border.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.LineText;

/** Each cell of a line: what is read of it, the first that is refused, and with which words. */
class EntryReadingTest {
  private static final String NO_DATE =
      "is no date; Maybe write year, month and day as in 2027-03-01";
  private static final String NO_CODE =
      "is no HS code; Maybe write six to ten digits without points";
  private static final String FULL = "other_duties=mfn=1 preference_code=P";

  private static EntryLine read(String changes) {
    return new EntryReading().read(LineText.of(changes));
  }

  private static String refusal(Map<EntryColumn, String> cells) {
    Refused refused =
        assertThrows(LineRefused.class, () -> new EntryReading().read(cells)).toRefused();
    return refused.column().word() + " " + refused.reason();
  }

  @ParameterizedTest
  @CsvSource({
    "entry_date=+12027-03-01, entry_date '+12027-03-01'",
    "entry_date=2027-3-001, entry_date '2027-3-001'",
    "entry_date=2027-13-01, entry_date '2027-13-01'",
    "entry_date=2027-02-29, entry_date '2027-02-29'",
    "entry_date=20270301, entry_date '20270301'",
  })
  void datesHaveOneForm(String changes, String words) {
    assertEquals(words + " " + NO_DATE, refusal(LineText.of(changes)));
  }

  @ParameterizedTest
  @CsvSource({
    "12345, no",
    "123456, yes",
    "1234567890, yes",
    "12345678901, no",
    "010000, yes",
    "009999, no",
    "970000, yes",
    "980000, no",
    "81129/, no",
    "81129:, no",
    "8112a2, no",
  })
  void codesOfTheHarmonizedSystem(String code, String answer) {
    if (answer.equals("yes")) {
      assertEquals(code, read("hs_code=" + code).code());
    } else {
      assertEquals("hs_code '" + code + "' " + NO_CODE, refusal(LineText.of("hs_code=" + code)));
    }
  }

  @ParameterizedTest
  @CsvSource({"FOB, FOB", "FAS, FOB", "FCA, FOB", "CIF, CIF", "CIP, CIF"})
  void termsOfDelivery(String term, ValueBasis basis) {
    assertEquals(basis, read("incoterm_basis=" + term).valueBasis());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "incoterm_basis=DDP | incoterm_basis 'DDP' states no value at a port Maybe bring the value"
            + " to FOB or CIF, and write that",
        "net_mass_kg=0.000 | net_mass_kg must be above 0, but is 0.000",
        "net_mass_kg=-0.001 | net_mass_kg must be above 0, but is -0.001",
        "net_mass_kg=0.0001 | net_mass_kg '0.0001' has more than 3 decimals, or is too large",
        "assay=0.000000 | assay must lie in (0, 1], but is 0.000000; Maybe write 0.999 for 99.9%",
        "assay=1.000001 | assay must lie in (0, 1], but is 1.000001; Maybe write 0.999 for 99.9%",
        "customs_value=-0.01 | customs_value must not be negative, but is -0.01",
        "customs_value=1,5 | customs_value '1,5' is no number; Maybe write 1234.5, with a point and"
            + " no separator",
        "line=01 | line must be a whole number written plainly, such as 1, but is '01'",
        "line=0 | line must be a whole number written plainly, such as 1, but is '0'",
        "line=123456789x | line must be a whole number written plainly, such as 1, but is"
            + " '123456789x'",
        "other_duties=mfn | other_duties 'mfn' is no duty; Maybe write kind and amount, mfn=120.00",
        "other_duties=mfn=1; | other_duties '' is no duty; Maybe write kind and amount, mfn=120.00",
        "other_duties=mfn=1;mfn=-2;mfn=3 | other_duties a duty must not be negative, but is -2",
        "other_duties=mfn=0.001 | other_duties '0.001' has more than 2 decimals, or is too large",
        "extracted_in=usa | extracted_in a country is written as an ISO 3166 code of three capital"
            + " letters, but this is: 'usa'",
      })
  void aRefusalSaysWhatWasRead(String changes, String words) {
    assertEquals(words, refusal(LineText.of(changes)));
  }

  @ParameterizedTest
  @CsvSource({
    "line=1, 1",
    "line=99999999, 99999999",
    "line=100000000, 100000000",
    "line=999999999999999999, 999999999999999999",
  })
  void numbersOfLines(String changes, long number) {
    assertEquals(number, read(changes).line());
  }

  @ParameterizedTest
  @CsvSource({
    "net_mass_kg=0.001, 1",
    "net_mass_kg=12.5, 12500",
    "net_mass_kg=1e2, 100000",
    "net_mass_kg=.5, 500",
    "net_mass_kg=+7., 7000",
  })
  void masses(String changes, long grams) {
    assertEquals(grams, read(changes).netMass().grams());
  }

  @Test
  void theEndsOfAnAssayAndOfAValue() {
    assertEquals(1, read("assay=0.000001").assay().orElseThrow().millionths());
    assertEquals(1_000_000, read("assay=1").assay().orElseThrow().millionths());
    assertEquals(Optional.empty(), read("assay=").assay());
    assertEquals(0, read("customs_value=0").customsValue().minor());
    assertEquals(7, read("customs_value=7 currency=JPY").customsValue().minor());
    assertEquals(7_000, read("customs_value=7 currency=KWD").customsValue().minor());
  }

  @Test
  void dutiesInTheirOrder() {
    assertEquals(
        "mfn 1.50 USD, section-301 0.00 USD, mfn 2.00 USD",
        String.join(
            ", ",
            read("other_duties=mfn=1.5;section-301=0;mfn=2").otherDuties().stream()
                .map(duty -> duty.kind().word() + " " + duty.amount())
                .toList()));
    assertEquals("[]", read("plain").otherDuties().toString());
  }

  /** Without what every line must have there is no line; the rest may be left out. */
  @ParameterizedTest
  @EnumSource(EntryColumn.class)
  void neededOrNot(EntryColumn column) {
    Map<EntryColumn, String> cells = LineText.of(FULL);
    cells.remove(column);
    if (column.isNeeded()) {
      assertEquals(column.word() + " is empty", refusal(cells));
    } else {
      assertNotEquals(EntryText.csv(read(FULL)), EntryText.csv(new EntryReading().read(cells)));
    }
  }

  /** Every cell comes back as it was, whatever the line before it had. */
  @Test
  void linesDoNotMix() {
    EntryReading reading = new EntryReading();
    Map<EntryColumn, String> one =
        EntryText.cells(
            read(
                "extracted_in=AUS processed_in=MYS transformed_in=VNM consigned_from=SGP"
                    + " other_duties=mfn=1.00 preference_code=P-1 entry_id=E-0000000001"));
    Map<EntryColumn, String> other =
        EntryText.cells(read("importer_id=importer-2 assay_basis=Ge entry_id=E-0000000002"));
    for (int i = 0; i < 3; i++) {
      assertEquals(one, EntryText.cells(reading.read(one)));
      assertEquals(other, EntryText.cells(reading.read(other)));
    }
  }

  @Test
  void columnsHaveTheirPlaces() {
    Set<String> words = new HashSet<>();
    for (EntryColumn column : EntryColumn.values()) {
      assertEquals(column, EntryColumn.ALL.get(column.position()));
      assertEquals(Optional.of(column), EntryColumn.find(column.word()));
      assertEquals(Optional.of(column), EntryColumn.find(column.name()));
      assertTrue(words.add(column.about()), column.about());
    }
    assertEquals(EntryColumn.COUNT, words.size());
    assertEquals(Optional.empty(), EntryColumn.find("value"));
  }

  @Test
  void cellsAreUsedAgain() {
    Cells cells = new Cells();
    cells.point("ab,c".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    cells.set(EntryColumn.ENTRY_ID.position(), 0, 2);
    cells.set(EntryColumn.LINE.position(), 3, 4);
    Map<EntryColumn, String> found = new EnumMap<>(EntryColumn.class);
    EntryColumn.ALL.stream()
        .filter(column -> !cells.isEmpty(column))
        .forEach(column -> found.put(column, cells.text(column)));
    assertEquals("{ENTRY_ID=ab, LINE=c}", found.toString());
    assertEquals(3, cells.start(EntryColumn.LINE));
    assertEquals(4, cells.end(EntryColumn.LINE));
    cells.clear();
    assertTrue(EntryColumn.ALL.stream().allMatch(cells::isEmpty));
  }
}
