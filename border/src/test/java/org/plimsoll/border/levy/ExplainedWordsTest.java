package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.fixture.LineText;
import org.plimsoll.border.fixture.TinyLaw;

/**
 * What an explanation says of each instrument and each judgement of origin, word for word: what is
 * changed against 100 kg of gallium for USD 40,000, then a step, its rule with figures, its result.
 */
class ExplainedWordsTest {
  private static final String TABLE =
      """
      assay_basis=Ge | variable-levy | max(0, 2000 USD/kg × 100 kg − 40000.00 USD value − 0.00 \
      USD duties), at most 300 USD/kg; floor: made up | 30000.00 USD
      hs_code=811010 assay_basis=Sb customs_value=63.56 | partial-levy | trigger 1.589 USD/kg × \
      100 kg against 63.56 USD: the last band levies 0.5 of the gap; trigger: made up | 30.19 USD
      hs_code=811010 assay_basis=Sb customs_value=159 | partial-levy | trigger 1.589 USD/kg × \
      100 kg against 159.00 USD: the last band levies 0 of the gap; trigger: made up | 0.00 USD
      hs_code=282200 assay_basis=Co | specific | 2.5 USD/kg × 100 kg | 250.00 USD
      hs_code=282200 assay_basis=Co | section-301 | 40000.00 USD × 0.25, counts towards the \
      floor, not paid back on export | 10000.00 USD
      hs_code=250410 assay_basis=C customs_value=100 | ad-valorem | 100.00 USD × 0.935 | 93.50 USD
      hs_code=810411 assay_basis=Mg customs_value=100 | compound | 100.00 USD × 0.1 + 0.5 USD/kg \
      × 100 kg | 60.00 USD
      hs_code=284180 assay_basis=W net_mass_kg=1250 customs_value=50000 | tariff-rate-quota | \
      quota tungsten, value 50000.00 USD: 1000 kg within at 0 of value and 0 USD/kg = 0.00 USD, \
      250 kg beyond at 0.25 of value and 1 USD/kg = 2750.00 USD | 2750.00 USD
      hs_code=850511 assay_basis=NdPr assay=0.3 | contained | (110 USD/kg − reference 70 USD/kg) \
      × 30 kg contained; made up | 1200.00 USD
      hs_code=850511 assay_basis=NdPr assay=0.01 | contained | content is at or below the share \
      of 0.01 | nothing is levied
      hs_code=810820 assay_basis=Ti customs_value=1200 | price-undertaking | 12 USD/kg × 100 kg \
      | kept
      hs_code=810820 assay_basis=Ti customs_value=1199 | price-undertaking | 12 USD/kg × 100 kg \
      | sold below it
      hs_code=010121 | none | no rule covers code 010121 | nothing is levied
      assay= | content | 100.000 kg × 0.9999 (factor of Ga) | 99.99 kg Ga
      incoterm_basis=CIF customs_value=42000 | basis | 42000.00 USD CIF ÷ (1 + freight of 0.05) \
      | 40000.00 USD FOB
      processed_in=JPN | exempt | originates inside | exempt-member
      processed_in=KOR | exempt | originates inside | exempt-partner
      processed_in=KOR | origin | processed_in is KOR, which is outside | no exemption
      processed_in= extracted_in=USA | origin | processed_in is missing | no exemption
      """;

  private static final String STRICT =
      """
      processed_in=JPN | origin | preference_code is empty | no exemption
      processed_in=JPN preference_code=P | origin | consigned from CHN | no exemption
      processed_in=JPN preference_code=P consigned_from= | origin | consigned_from is missing | \
      no exemption
      processed_in=JPN preference_code=P consigned_from=USA | exempt | originates inside | \
      exempt-member
      processed_in=KOR preference_code=P consigned_from=KOR | exempt | originates inside | \
      exempt-partner
      processed_in=KOR preference_code=P consigned_from=USA | origin | consigned from USA | no \
      exemption
      """;

  static Stream<String> rows() {
    return TABLE.lines();
  }

  static Stream<String> strictRows() {
    return STRICT.lines();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void areThese(String row) {
    check(TinyLaw.schedule(), row);
  }

  /** Goods must be claimed, and come straight from inside. */
  @ParameterizedTest
  @MethodSource("strictRows")
  void areTheseWhereAnExemptionIsClaimedAndDirect(String row) {
    LevySchedule usual = TinyLaw.schedule();
    Exemptions exempt = usual.exemptions();
    Exemptions strict =
        new Exemptions(exempt.members(), exempt.partners(), exempt.rule(), true, true);
    check(TinyLaw.exempting(strict, usual.rules()), row);
  }

  private static void check(LevySchedule schedule, String row) {
    List<String> cells = Stream.of(row.split("\\|", -1)).map(String::strip).toList();
    List<Step> steps =
        new LevyEngine(ScheduleBook.of(schedule))
            .explain(new EntryReading().read(LineText.of(cells.getFirst())), new QuotaLedger())
            .steps();
    Step expected = new Step(cells.get(1), cells.get(2), cells.get(3));
    assertTrue(steps.contains(expected), () -> expected + " is not among " + steps);
    assertEquals(4, cells.size());
  }
}
