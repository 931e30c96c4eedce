package org.plimsoll.border.files.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.border.levy.LevySchedule;

/** Two versions that say different things are never said to say the same. */
class ScheduleDiffTest {
  private static final String LAW =
      """
      schedule: tiny
      version: '1'
      from: 2027-01-01
      basis: FOB
      currency: USD
      hsEdition: '2022'
      exempt:
        alliance: core
        origin: processed
        members:
          - {country: KOR, from: 2020-01-01}
          - {country: JPN, from: 2020-01-01, until: 2028-01-01}
        partners:
          - {country: KOR, product: gallium/refined, floor: 500}
          - {country: KOR, product: germanium/refined, floor: 2000}
      duties:
        - {kind: mfn, rate: 0.05}
        - {kind: section-301, rate: 0.1, products: [gallium/refined]}
        - {kind: section-301, rate: 0.2, products: [germanium/refined]}
      rates:
        - {currency: EUR, from: 2027-01-01, rate: 1.1}
        - {currency: EUR, from: 2027-07-01, rate: 1.2}
      rules:
        - id: gallium
          product: gallium/refined
          codes: ['811292']
          basis: Ga
          instruments:
            - {instrument: ad-valorem, adValorem: 0.1}
            - {instrument: ad-valorem, adValorem: 0.2}
            - {instrument: variable-levy, floor: 500}
      """;

  private static final String CHANGES =
      """
      # what is replaced / by what / where the difference is said to be, all places
      rate: 0.1, / rate: 0.3, / duties/kind: section-301
      rate: 0.2, / rate: 0.3, / duties/kind: section-301 (2)
      rate: 0.05} / declared} / duties/kind: mfn
      floor: 500} / floor: 501} / exempt/partners/country: KOR, product: gallium/refined\
       + rules/gallium/instruments/instrument: variable-levy
      floor: 2000} / floor: 2001} / exempt/partners/country: KOR, product: germanium/refined
      KOR, from: 2020 / KOR, from: 2021 / exempt/members/country: KOR
      adValorem: 0.1} / adValorem: 0.3} / rules/gallium/instruments/instrument: ad-valorem
      adValorem: 0.2} / adValorem: 0.3} / rules/gallium/instruments/instrument: ad-valorem (2)
      rate: 1.2 / rate: 1.3 / rates/currency: EUR, from: 2027-07-01
      basis: FOB / basis: CIF / basis
      """;

  static Stream<String> changes() {
    return CHANGES.lines().filter(row -> !row.startsWith("#"));
  }

  private static LevySchedule read(String text) {
    return ScheduleFile.parse("s.yaml", text).value().orElseThrow();
  }

  private static List<String> places(String text) {
    return ScheduleDiff.between(read(LAW), read(text)).stream()
        .map(ScheduleDiff.Change::place)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aChangeIsSaid(String row) {
    List<String> cells = List.of(row.split(" / ", -1));
    String after = LAW.replace(cells.get(0), cells.get(1).replace("declared", "rate: declared"));
    assertNotEquals(LAW, after);
    assertEquals(List.of(cells.get(2).split(" \\+ ", -1)), places(after));
  }

  @Test
  void theSameIsTheSame() {
    assertEquals(List.of(), places(LAW));
  }

  /** Order decides how duties and instruments stack. */
  @Test
  void anotherOrderIsSaid() {
    List<String> lines = LAW.lines().toList();
    String mfn = lines.stream().filter(line -> line.contains("kind: mfn")).findAny().orElseThrow();
    String last =
        lines.stream().filter(line -> line.contains("rate: 0.2,")).findAny().orElseThrow();
    String swapped = LAW.replace(mfn, "MFN").replace(last, mfn).replace("MFN", last);
    assertTrue(places(swapped).contains("duties/order"), places(swapped)::toString);
    String moved = LAW.replace(mfn + "\n", "").replace("rates:\n", mfn + "\nrates:\n");
    assertEquals(
        List.of(
            new ScheduleDiff.Change(
                "duties/order",
                "kind: mfn; kind: section-301; kind: section-301 (2)",
                "kind: section-301; kind: section-301 (2); kind: mfn")),
        ScheduleDiff.between(read(LAW), read(moved)));
    // What is taken out leaves the order of the others as it was.
    assertEquals(List.of("duties/kind: mfn"), places(LAW.replace(mfn + "\n", "")));
  }
}
