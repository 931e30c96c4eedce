package org.plimsoll.sources.dataset;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.MassUnit;
import org.plimsoll.sources.table.Row;

/** Fields that many publishers share; each refuses the row if it holds something else. */
final class Fields {
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");
  private static final Pattern PRINTED_SHARE = Pattern.compile("([<>]?) ?(\\d+(?:\\.\\d+)?) ?%");
  private static final Pattern MASS =
      Pattern.compile("(?i)ton|metr|weight|gram|pound|ounce|\\bk?g\\b|\\b[kM]?t\\b");

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

  /** A share in per cent, as one of [0, 1]. */
  static double percentShare(Row row, String column) {
    double share = percent(row, column);
    if (share < 0 || share > 1) {
      throw row.refuse(
          column, "a share below 0 or above 100%: " + row.text(column), "write 56.4 for 56.4%");
    }
    return share;
  }

  /** A share as it is printed: 56.4%, or <0.1% as half of it; another bound is no figure. */
  static double printedShare(Row row, String column) {
    String text = row.text(column);
    Matcher printed = PRINTED_SHARE.matcher(text);
    if (text.startsWith(">") && printed.matches()) {
      throw row.skip("no figure: '" + text + "'");
    }
    double share = printed.matches() ? Double.parseDouble(printed.group(2)) / 100 : 2;
    if (share > 1) {
      throw row.refuse(column, "not a share in per cent: '" + text + "'", "write 56.4%");
    }
    return text.startsWith("<") ? share / 2 : share;
  }

  /** Whether a declaration is of imports: M, Import, X or Export. */
  static boolean isImport(Row row, String column) {
    return switch (row.text(column)) {
      case "M", "Import" -> true;
      case "X", "Export" -> false;
      case "RX", "RM", "DX", "FM" ->
          throw row.skip("re-exports and their like are a part of exports and imports");
      default ->
          throw row.refuse(
              column,
              "not a direction of trade: '" + row.text(column) + "'",
              "write M for imports or X for exports");
    };
  }

  /**
   * The country of a row that has both its name and its code. Publishers mistake codes more often
   * than names (Congo, COD), so the name goes first.
   */
  static String country(Row row, String name, String code, Areas areas) {
    return areas
        .findCode(row.optionalText(name))
        .or(() -> row.findText(code).flatMap(areas::findCode))
        .orElseGet(() -> row.parsed(name, areas::getCode));
  }

  /** Whether a unit looks like one of mass, known or not. */
  static boolean isMass(String unit) {
    return MASS.matcher(unit).find();
  }

  /**
   * A figure in tonnes. A unit that is no mass leaves the row out; a mass that is not known refuses
   * it, since leaving it out would leave a country out.
   */
  static double tonnes(Row row, String amount, String unit) {
    String text = row.optionalText(unit).replaceAll("\\(.*\\)", "").strip();
    if (!isMass(text)) {
      throw row.skip("'" + row.optionalText(unit) + "' is no unit of mass");
    }
    return row.parsed(unit, printed -> MassUnit.parse(text)).toTonnes(row.amount(amount));
  }

  /** An ISO 3166 alpha-3 code as the publisher writes it. */
  static String alpha3(Row row, String column) {
    return row.parsed(column, CountryCode::of).alpha3();
  }
}
