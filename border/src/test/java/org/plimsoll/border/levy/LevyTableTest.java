package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.border.fixture.LineText;
import org.plimsoll.border.fixture.TinyLaw;

/**
 * The tiny law line by line: what is changed against a plain line, and what comes of it, worked out
 * by hand. A line is 100 kg of gallium, all of it content, for USD 40,000 FOB: below the floor of
 * 500 by 10,000.
 */
class LevyTableTest {
  private static final String TABLE =
      """
      # variable levy: max(0, 500 × content − value − duties)
      plain                                                           | 10000.00 |
      customs_value=49999.99                                          | 0.01     |
      customs_value=50000.00                                          | 0.00     |
      customs_value=50000.01                                          | 0.00     |
      customs_value=90000                                             | 0.00     |
      customs_value=0                                                 | 50000.00 | zero-value
      net_mass_kg=0.001 customs_value=0                               | 0.50     | zero-value
      net_mass_kg=0.001 customs_value=0.50                            | 0.00     |
      assay=0.5                                                       | 0.00     |
      assay=0.9                                                       | 5000.00  |
      assay=0.800001                                                  | 0.05     |
      assay=0.8000001                                                 | refused  | assay
      assay=                                                          | 9995.00  | content-factor
      assay= assay_basis=                                             | refused  | assay_basis
      assay_basis=                                                    | refused  | assay_basis
      assay_basis=Cu                                                  | refused  | assay_basis
      # bound: at most 300 a kilogram
      assay_basis=Ge                                                  | 30000.00 | bound
      assay_basis=Ge customs_value=170000                             | 30000.00 |
      assay_basis=Ge customs_value=169999.99                          | 30000.00 | bound
      assay_basis=Ge customs_value=170000.01                          | 29999.99 |
      assay_basis=Ge customs_value=200000                             | 0.00     |
      # duties count towards the floor
      other_duties=mfn=1000                                           | 9000.00  |
      other_duties=mfn=1000;mfn=0.01                                  | 8999.99  |
      other_duties=mfn=10000                                          | 0.00     |
      other_duties=mfn=10000.01                                       | 0.00     |
      other_duties=section-232=5                                      | refused  | other_duties
      # currencies by the date of entry: the euro 1.10, from July 1.20; the yen 0.0065
      currency=EUR                                                    | 6000.00  | converted
      currency=EUR entry_date=2027-06-30                              | 6000.00  | converted
      currency=EUR entry_date=2027-07-01                              | 2000.00  | converted
      currency=JPY customs_value=1000001                              | 43499.99 | converted
      currency=JPY customs_value=1000001 other_duties=mfn=2           | 43499.98 | converted
      currency=GBP                                                    | refused  | currency
      # basis: freight and insurance are 5% of FOB
      incoterm_basis=CIF customs_value=42000                          | 10000.00 | basis-changed
      incoterm_basis=CIF customs_value=41999.99                       | 10000.01 | basis-changed
      incoterm_basis=FAS                                              | 10000.00 |
      incoterm_basis=CIP customs_value=42000                          | 10000.00 | basis-changed
      # dates and codes
      entry_date=2026-12-31                                           | refused  | entry_date
      entry_date=2027-01-01                                           | 10000.00 |
      entry_date=2027-12-31                                           | 10000.00 |
      entry_date=2028-01-01                                           | refused  | entry_date
      hs_edition=2017                                                 | refused  | hs_edition
      hs_edition=                                                     | 10000.00 |
      hs_code=81129210                                                | 10000.00 |
      hs_code=8112921000                                              | 10000.00 |
      hs_code=811291                                                  | 0.00     | not-covered
      hs_code=010121                                                  | 0.00     | not-covered
      # origin: members USA, JPN (until 2028); KOR has our floor, AUS a cent less
      processed_in=JPN                                                | 0.00     | exempt-member
      processed_in=USA                                                | 0.00     | exempt-member
      processed_in=KOR                                                | 0.00     | exempt-partner
      processed_in=AUS                                                | 10000.00 |
      processed_in=KOR assay_basis=Ge                                 | 30000.00 | bound
      extracted_in=USA                                                | 10000.00 |
      transformed_in=USA                                              | 10000.00 |
      consigned_from=USA                                              | 10000.00 |
      processed_in= extracted_in=USA                                  | 10000.00 | origin-not-shown
      processed_in=                                                   | 10000.00 |
      processed_in=USA other_duties=mfn=7                             | 0.00     | exempt-member
      # partial levy: the trigger is 1.589 a kilogram, 158.90 in all
      hs_code=811010 assay_basis=Sb customs_value=143.01              | 0.00     |
      hs_code=811010 assay_basis=Sb customs_value=127.12              | 4.77     |
      hs_code=811010 assay_basis=Sb customs_value=95.34               | 14.30    |
      hs_code=811010 assay_basis=Sb customs_value=63.56               | 30.19    |
      hs_code=811010 assay_basis=Sb customs_value=15.89               | 68.33    |
      hs_code=811010 assay_basis=Sb customs_value=15.89 other_duties=mfn=50 | 68.33 |
      hs_code=811010 assay_basis= assay= customs_value=0 | 82.63 | content-factor zero-value
      # specific 2.5 a kilogram, beside 25% of section 301 for goods last transformed in China
      hs_code=282200 assay_basis=Co                                   | 250.00   |
      hs_code=282200 assay_basis=Co net_mass_kg=0.001                 | 0.00     |
      hs_code=282200 assay_basis=Co net_mass_kg=0.002                 | 0.01     |
      hs_code=282200 assay_basis= assay=0.5                           | 125.00   |
      # ad valorem 93.5%
      hs_code=250410 assay_basis=C customs_value=100                  | 93.50    |
      hs_code=250410 assay_basis=C customs_value=0.01                 | 0.01     |
      hs_code=250410 assay_basis=C customs_value=1000.01              | 935.01   |
      # compound: 10% and 0.5 a kilogram, rounded once
      hs_code=810411 assay_basis=Mg customs_value=100                 | 60.00    |
      hs_code=810411 assay_basis=Mg customs_value=0.04 net_mass_kg=0.001 | 0.00  |
      hs_code=810411 assay_basis=Mg customs_value=0.05 net_mass_kg=0.001 | 0.01  |
      # quota of 1 t: nothing within it, then 25% and 1 a kilogram
      hs_code=284180 assay_basis=W                                    | 0.00     |
      hs_code=284180 assay_basis=W net_mass_kg=1000                   | 0.00     |
      hs_code=284180 assay_basis=W net_mass_kg=1250 customs_value=50000 | 2750.00 | quota-split
      hs_code=284180 assay_basis=WO3 net_mass_kg=1250 customs_value=50000 | 0.00 |
      hs_code=284180 assay_basis=WO3 net_mass_kg=2000 customs_value=50000 | 5204.54 | quota-split
      # contained: (110 − 70) a kilogram of NdPr, above 1% of the mass
      hs_code=850511 assay_basis=NdPr assay=0.3                       | 1200.00  |
      hs_code=850511 assay_basis= assay=                              | 1200.00  | content-factor
      hs_code=850511 assay_basis=NdPr assay=0.01                      | 0.00     | de-minimis
      hs_code=850511 assay_basis=NdPr assay=0.010001                  | 40.00    |
      # undertaking at 12 a kilogram
      hs_code=810820 assay_basis=Ti customs_value=1200                | 0.00     |
      hs_code=810820 assay_basis=Ti customs_value=1199.99             | 0.00     | below-undertaking
      hs_code=810820 assay_basis=Ti customs_value=1199 other_duties=mfn=1 | 0.00 |
      # what no line can be
      net_mass_kg=0                                                   | refused  | net_mass_kg
      net_mass_kg=-1                                                  | refused  | net_mass_kg
      net_mass_kg=0.0001                                              | refused  | net_mass_kg
      net_mass_kg=1e2                                                 | 10000.00 |
      line=123456789012                                               | 10000.00 |
      line=99999999                                                   | 10000.00 |
      net_mass_kg=ten                                                 | refused  | net_mass_kg
      net_mass_kg=                                                    | refused  | net_mass_kg
      net_mass_kg=99999999999                                         | refused  | customs_value
      net_mass_kg=99999999999999999999                                | refused  | net_mass_kg
      assay=1.000001                                                  | refused  | assay
      assay=0                                                         | refused  | assay
      assay=-0.1                                                      | refused  | assay
      assay=99%                                                       | refused  | assay
      customs_value=-0.01                                             | refused  | customs_value
      customs_value=1.001                                             | refused  | customs_value
      customs_value=1,000                                             | refused  | customs_value
      customs_value=                                                  | refused  | customs_value
      currency=                                                       | refused  | currency
      currency=usd                                                    | refused  | currency
      incoterm_basis=EXW                                              | refused  | incoterm_basis
      incoterm_basis=                                                 | refused  | incoterm_basis
      hs_code=8112                                                    | refused  | hs_code
      hs_code=8112.92                                                 | refused  | hs_code
      hs_code=81129210000                                             | refused  | hs_code
      hs_code=990000                                                  | refused  | hs_code
      hs_code=000000                                                  | refused  | hs_code
      hs_code=                                                        | refused  | hs_code
      entry_date=2027-02-30                                           | refused  | entry_date
      entry_date=01/03/2027                                           | refused  | entry_date
      entry_date=                                                     | refused  | entry_date
      processed_in=China                                              | refused  | processed_in
      transformed_in=CN                                               | refused  | transformed_in
      other_duties=mfn                                                | refused  | other_duties
      other_duties=mfn=-1                                             | refused  | other_duties
      other_duties=tax=1                                              | refused  | other_duties
      other_duties=mfn=1.001                                          | refused  | other_duties
      entry_id=                                                       | refused  | entry_id
      importer_id=                                                    | refused  | importer_id
      line=0                                                          | refused  | line
      line=one                                                        | refused  | line
      line=01                                                         | refused  | line
      line=1.0                                                        | refused  | line
      line=1e0                                                        | refused  | line
      line=+1                                                         | refused  | line
      line=-1                                                         | refused  | line
      line=000000001                                                  | refused  | line
      line=1234567890123456789                                        | refused  | line
      """;

  static Stream<String> rows() {
    return TABLE.lines().filter(row -> !row.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void comesOutAsWorkedOutByHand(String row) {
    List<String> cells = Stream.of(row.split("\\|", -1)).map(String::strip).toList();
    Assessed outcome =
        LineText.assess(
            new LevyEngine(ScheduleBook.of(TinyLaw.schedule())),
            LineText.of(cells.getFirst()),
            new QuotaLedger());
    String result =
        switch (outcome) {
          case Assessed.Levied(LevyAssessment a) -> a.levy().toDecimal() + "|" + a.flags();
          case Assessed.NotLevied(var refused) -> "refused|" + refused.column().word();
        };
    assertEquals(cells.get(1) + "|" + cells.get(2), result, () -> outcome.toString());
  }
}
