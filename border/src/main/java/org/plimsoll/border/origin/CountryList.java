package org.plimsoll.border.origin;

import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.model.place.CountryCode;

/**
 * The countries that there are: the officially assigned codes of ISO 3166-1 alpha-3. Three letters
 * that are none of them are a slip of the pen, or a code that only one office uses.
 */
public final class CountryList {
  private static final int LETTERS = 26;

  private static final String CODES =
      """
      ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL
      BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA
      CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM
      CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA
      FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM
      GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY
      JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU
      LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ
      MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL
      OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS
      RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK
      SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV
      TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF
      ZMB ZWE
      """;

  private static final boolean[] IS_LISTED = new boolean[LETTERS * LETTERS * LETTERS];

  static {
    for (String code : CODES.strip().split("\\s+", -1)) {
      IS_LISTED[place(code)] = true;
    }
  }

  private CountryList() {}

  /** All of them, by their codes. */
  public static List<CountryCode> list() {
    return Stream.of(CODES.strip().split("\\s+", -1)).map(CountryCode::of).toList();
  }

  /** Whether there is such a country. */
  public static boolean has(CountryCode country) {
    return IS_LISTED[place(country.alpha3())];
  }

  /** A code is three capital letters. */
  private static int place(String code) {
    return ((code.charAt(0) - 'A') * LETTERS + code.charAt(1) - 'A') * LETTERS
        + code.charAt(2)
        - 'A';
  }
}
