package org.plimsoll.planner.market.answer;

/** An account of a country's welfare. */
public enum Account {
  /** Consumer surplus of final users. */
  CONSUMERS,
  /** Producer surplus of mines, processors and new capacity. */
  PRODUCERS,
  /** Duties, levies and export taxes. */
  PUBLIC,
  /** Licence and quota rents, and floor gaps that exporters keep. */
  EXPORT_RENTS,
  /** What those who use new routes gain before they are dear. */
  ROUTES,
  /** Goods bought, sold or held for stock. */
  STOCKS,
  /** Subsidies and contracts paid, negative. */
  SUBSIDIES,
  /** What holders of licences to import within a tariff-rate quota gain. */
  IMPORT_RENTS
}
