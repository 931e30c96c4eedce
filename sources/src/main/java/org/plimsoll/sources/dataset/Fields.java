package org.plimsoll.sources.dataset;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.sources.table.Row;

/** Fields that many publishers share; each refuses the row if it holds something else. */
final class Fields {
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");
  private static final Pattern HS6 = Pattern.compile("\\d{6}");

  private Fields() {}

  /** A calendar year of the last or this century. */
  static String year(Row row, String column) {
    String text = row.text(column);
    if (!YEAR.matcher(text).matches()) {
      throw row.refuse(column, "not a year: '" + text + "'", "write 2024");
    }
    return text;
  }

  /** A code of the Harmonized System at six digits. */
  static String hs6(Row row, String column) {
    String text = row.text(column);
    if (!HS6.matcher(text).matches()) {
      throw row.refuse(
          column,
          "not an HS code of six digits: '" + text + "'",
          "write 811010; a leading zero may have been lost in a spreadsheet");
    }
    return text;
  }

  /** A share in [0, 1]. */
  static double share(Row row, String column) {
    double share = row.amount(column);
    if (share > 1) {
      throw row.refuse(column, "a share above 1: " + row.text(column), "write 0.564 for 56.4%");
    }
    return share;
  }

  /** A number of per cent as a share: 2.6 is 0.026, to the last digit. */
  static double percent(Row row, String column) {
    return BigDecimal.valueOf(row.number(column)).movePointLeft(2).doubleValue();
  }

  /** An ISO 3166 alpha-3 code as the publisher writes it. */
  static String alpha3(Row row, String column) {
    return row.parsed(column, CountryCode::of).alpha3();
  }
}
