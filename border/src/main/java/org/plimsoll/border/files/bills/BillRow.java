package org.plimsoll.border.files.bills;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.HsCode;
import org.plimsoll.border.origin.Claim;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;

/**
 * A row of a bill of materials as a line of text that sorts to its place: by entry and line, the
 * goods before their materials, then as the file had them. The parts stand between unit separators,
 * which sort before all that a part may hold.
 *
 * @param key entry and line, a separator behind each
 * @param role what it is
 * @param record number of the record in the file, from 1
 * @param place line of the file
 * @param code of the goods or the material; empty where {@code role} is SPOILT, as is all behind it
 * @param origin country, or empty
 * @param value decimal
 * @param currency code
 */
record BillRow(
    String key,
    Role role,
    long record,
    long place,
    String code,
    String origin,
    String value,
    String currency) {
  private static final char BETWEEN = '\u001f';
  private static final Pattern NUMBER = Pattern.compile("0*([1-9][0-9]{0,17})");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
  private static final int PARTS = 9;

  /** What a row is of its bill; the signs sort the goods before their materials. */
  enum Role {
    /** The goods and their price. */
    GOOD("1"),
    /** Something that went into them. */
    MATERIAL("2"),
    /** Stands for a record that was refused, so that no bill is judged without it. */
    SPOILT("3");

    private final String sign;

    Role(String sign) {
      this.sign = sign;
    }

    private static Role ofSign(String sign) {
      for (Role role : values()) {
        if (role.sign.equals(sign)) {
          return role;
        }
      }
      throw new IllegalStateException("no row of a bill has the sign " + sign);
    }
  }

  /** Stands for a refused record in the bill that it belongs to, or may belong to. */
  static BillRow spoilt(String key, long record, long place) {
    return new BillRow(key, Role.SPOILT, record, place, "", "", "", "");
  }

  /**
   * The bill to which cells belong.
   *
   * @throws BillRefused if they do not say
   */
  static String key(Cells cells) {
    String entry = BillColumn.ENTRY_ID.of(cells);
    if (entry.isEmpty()) {
      throw new BillRefused(BillColumn.ENTRY_ID, "is empty");
    }
    if (entry.chars().anyMatch(sign -> sign < ' ')) {
      throw new BillRefused(BillColumn.ENTRY_ID, "holds a control character");
    }
    var line = NUMBER.matcher(BillColumn.LINE.of(cells));
    if (!line.matches()) {
      throw new BillRefused(
          BillColumn.LINE,
          "'%s' is no number of a line; Maybe write 1, 2, 3".formatted(BillColumn.LINE.of(cells)));
    }
    return key(entry, String.valueOf(line.group(1)));
  }

  /** The bill of a line. */
  static String key(String entry, String line) {
    return entry + BETWEEN + line + BETWEEN;
  }

  /**
   * The row of some cells.
   *
   * @throws BillRefused for the first cell that is wrong
   */
  static BillRow of(String key, long record, long place, Cells cells) {
    Role role =
        switch (BillColumn.ROLE.of(cells)) {
          case "good" -> Role.GOOD;
          case "material" -> Role.MATERIAL;
          default ->
              throw new BillRefused(
                  BillColumn.ROLE,
                  "'%s' is no role; Maybe write good or material"
                      .formatted(BillColumn.ROLE.of(cells)));
        };
    String code = read(BillColumn.HS_CODE, cells, HsCode::parse);
    String origin =
        BillColumn.ORIGIN.of(cells).isEmpty()
            ? ""
            : read(BillColumn.ORIGIN, cells, CountryCode::of).id();
    if (role == Role.GOOD && !origin.isEmpty()) {
      throw new BillRefused(
          BillColumn.ORIGIN, "is stated of the goods, but is what is judged; Maybe leave it empty");
    }
    CurrencyCode currency = read(BillColumn.CURRENCY, cells, CurrencyCode::of);
    Money value = read(BillColumn.VALUE, cells, text -> amount(text, currency));
    if (role == Role.GOOD && value.minor() == 0) {
      throw new BillRefused(BillColumn.VALUE, "of the goods must be above 0");
    }
    return new BillRow(
        key, role, record, place, code, origin, value.toDecimal().toPlainString(), currency.code());
  }

  private static Money amount(String text, CurrencyCode currency) {
    if (!AMOUNT.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is no amount; Maybe write 1234.50");
    }
    return Money.of(new BigDecimal(text), currency);
  }

  private static <T> T read(BillColumn column, Cells cells, Function<String, T> reading) {
    try {
      return reading.apply(column.of(cells));
    } catch (IllegalArgumentException e) {
      throw new BillRefused(column, String.valueOf(e.getMessage()));
    }
  }

  /** The row as a line, without its break. */
  String toLine() {
    return key
        + role.sign
        + BETWEEN
        + "%019d".formatted(record)
        + BETWEEN
        + String.join(
            Character.toString(BETWEEN), Long.toString(place), code, origin, value, currency);
  }

  /** Reads what {@link #toLine} made. */
  static BillRow parse(String line) {
    List<String> parts = List.of(line.split(Character.toString(BETWEEN), PARTS));
    return new BillRow(
        key(parts.get(0), parts.get(1)),
        Role.ofSign(parts.get(2)),
        Long.parseLong(parts.get(3)),
        Long.parseLong(parts.get(4)),
        parts.get(5),
        parts.get(6),
        parts.get(7),
        parts.get(8));
  }

  /** A whole bill: the goods, then their materials. */
  static Claim toClaim(List<BillRow> bill) {
    BillRow good = bill.getFirst();
    return new Claim(
        good.code, good.toMoney(), bill.stream().skip(1).map(BillRow::toMaterial).toList());
  }

  private Money toMoney() {
    return Money.of(new BigDecimal(value), CurrencyCode.of(currency));
  }

  private Claim.Material toMaterial() {
    return new Claim.Material(
        code, origin.isEmpty() ? Optional.empty() : Optional.of(CountryCode.of(origin)), toMoney());
  }
}
