package org.plimsoll.border.entry;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.border.origin.OriginFacts;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;

/**
 * Makes lines of the bytes of their cells. Codes, dates and countries come again and again, so that
 * what was read once is kept; one reading belongs to one thread.
 */
public final class EntryReading {
  private static final List<EntryColumn> NEEDED =
      EntryColumn.ALL.stream().filter(EntryColumn::isNeeded).toList();

  private static final int DATE_LENGTH = "2027-03-01".length();

  final Remembered<String> words = new Remembered<>(EntryReading::utf8);
  final Remembered<LocalDate> dates = new Remembered<>(EntryReading::date);
  final Remembered<String> codes = new Remembered<>(text -> HsCode.parse(utf8(text)));
  final Remembered<Optional<CountryCode>> countries = new Remembered<>(EntryReading::country);
  final Remembered<CurrencyCode> currencies = new Remembered<>(text -> CurrencyCode.of(utf8(text)));
  final Remembered<ValueBasis> bases = new Remembered<>(text -> ValueBasis.parse(utf8(text)));
  private final Remembered<DutyKind> kinds = new Remembered<>(text -> DutyKind.parse(utf8(text)));

  /**
   * Reads a line from cells as text; a cell that is left out is empty.
   *
   * @throws LineRefused for the first cell that is wrong
   */
  public EntryLine read(Map<EntryColumn, String> cells) {
    Cells line = new Cells();
    byte[][] texts = new byte[EntryColumn.COUNT][];
    int length = 0;
    for (EntryColumn column : EntryColumn.ALL) {
      texts[column.position()] = cells.getOrDefault(column, "").getBytes(StandardCharsets.UTF_8);
      length += texts[column.position()].length;
    }
    byte[] bytes = new byte[length];
    int at = 0;
    for (EntryColumn column : EntryColumn.ALL) {
      byte[] text = texts[column.position()];
      System.arraycopy(text, 0, bytes, at, text.length);
      line.set(column.position(), at, at + text.length);
      at += text.length;
    }
    line.point(bytes);
    return read(line);
  }

  /**
   * Reads a line from its cells.
   *
   * @throws LineRefused for the first cell that is wrong
   */
  public EntryLine read(Cells cells) {
    for (int i = 0; i < NEEDED.size(); i++) {
      if (cells.isEmpty(NEEDED.get(i))) {
        throw new LineRefused(NEEDED.get(i), "is empty");
      }
    }
    CurrencyCode currency = get(currencies, cells, EntryColumn.CURRENCY);
    return new EntryLine(
        cells.text(EntryColumn.ENTRY_ID),
        number(cells),
        get(dates, cells, EntryColumn.ENTRY_DATE),
        get(codes, cells, EntryColumn.HS_CODE),
        get(words, cells, EntryColumn.HS_EDITION),
        mass(cells),
        assay(cells),
        get(words, cells, EntryColumn.ASSAY_BASIS),
        value(cells, currency),
        get(bases, cells, EntryColumn.INCOTERM_BASIS),
        new OriginFacts(
            get(countries, cells, EntryColumn.EXTRACTED_IN),
            get(countries, cells, EntryColumn.PROCESSED_IN),
            get(countries, cells, EntryColumn.TRANSFORMED_IN),
            get(countries, cells, EntryColumn.CONSIGNED_FROM)),
        get(words, cells, EntryColumn.IMPORTER_ID),
        duties(cells, currency),
        get(words, cells, EntryColumn.PREFERENCE_CODE));
  }

  private static <T> T get(Remembered<T> remembered, Cells cells, EntryColumn column) {
    try {
      return remembered.get(cells.bytes(), cells.start(column), cells.end(column));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new LineRefused(column, said(e));
    }
  }

  /** The complaint on one line. */
  private static String said(RuntimeException e) {
    return String.valueOf(e.getMessage()).replace('\n', ' ');
  }

  private static String utf8(byte[] text) {
    return new String(text, StandardCharsets.UTF_8);
  }

  private static LocalDate date(byte[] text) {
    String word = utf8(text);
    try {
      if (word.length() == DATE_LENGTH) {
        return LocalDate.parse(word);
      }
    } catch (DateTimeException e) {
      // Said below, as for a year of more digits.
    }
    throw new IllegalArgumentException(
        "'" + word + "' is no date; Maybe write year, month and day as in 2027-03-01");
  }

  private static Optional<CountryCode> country(byte[] text) {
    return text.length == 0 ? Optional.empty() : Optional.of(CountryCode.of(utf8(text)));
  }

  private static long number(Cells cells) {
    long line = number(cells.bytes(), cells.start(EntryColumn.LINE), cells.end(EntryColumn.LINE));
    if (line < 1) {
      throw new LineRefused(
          EntryColumn.LINE,
          "must be a whole number written plainly, such as 1, but is '%s'"
              .formatted(cells.text(EntryColumn.LINE)));
    }
    return line;
  }

  /**
   * The number of a line, at most 18 digits; below 1 if the text is none. Written in one way alone,
   * since results echo it, and a line must not stand there as two.
   */
  static long number(byte[] bytes, int start, int end) {
    if (start == end || bytes[start] == '0') {
      return -1;
    }
    return end - start <= 8
        ? EightBytes.digits(EightBytes.upTo(bytes, start, end), end - start)
        : longNumber(new String(bytes, start, end - start, StandardCharsets.UTF_8));
  }

  private static long longNumber(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  private static Mass mass(Cells cells) {
    long grams = decimal(cells, EntryColumn.NET_MASS_KG, 3);
    if (grams <= 0) {
      throw new LineRefused(
          EntryColumn.NET_MASS_KG,
          "must be above 0, but is " + cells.text(EntryColumn.NET_MASS_KG));
    }
    return new Mass(grams);
  }

  private static Optional<Share> assay(Cells cells) {
    if (cells.isEmpty(EntryColumn.ASSAY)) {
      return Optional.empty();
    }
    long millionths = decimal(cells, EntryColumn.ASSAY, 6);
    if (millionths <= 0 || millionths > 1_000_000) {
      throw new LineRefused(
          EntryColumn.ASSAY,
          "must lie in (0, 1], but is %s; Maybe write 0.999 for 99.9%%"
              .formatted(cells.text(EntryColumn.ASSAY)));
    }
    return Optional.of(new Share(millionths));
  }

  private static Money value(Cells cells, CurrencyCode currency) {
    long minor = decimal(cells, EntryColumn.CUSTOMS_VALUE, currency.minorDigits());
    if (minor < 0) {
      throw new LineRefused(
          EntryColumn.CUSTOMS_VALUE,
          "must not be negative, but is " + cells.text(EntryColumn.CUSTOMS_VALUE));
    }
    return new Money(minor, currency);
  }

  private static long decimal(Cells cells, EntryColumn column, int decimals) {
    try {
      return DecimalText.scaled(cells.bytes(), cells.start(column), cells.end(column), decimals);
    } catch (IllegalArgumentException e) {
      throw new LineRefused(column, said(e));
    }
  }

  private List<DeclaredDuty> duties(Cells cells, CurrencyCode currency) {
    return duties(
        cells.bytes(),
        cells.start(EntryColumn.OTHER_DUTIES),
        cells.end(EntryColumn.OTHER_DUTIES),
        currency);
  }

  /**
   * Kinds and amounts: {@code mfn=120.00;section-301=85.50}.
   *
   * @throws LineRefused if one of them is none
   */
  List<DeclaredDuty> duties(byte[] bytes, int start, int end, CurrencyCode currency) {
    if (start == end) {
      return List.of();
    }
    int behind = find(bytes, start, end, ';');
    if (behind == end) {
      return List.of(duty(bytes, start, end, currency));
    }
    List<DeclaredDuty> duties = new ArrayList<>();
    duties.add(duty(bytes, start, behind, currency));
    while (behind < end) {
      int from = behind + 1;
      behind = find(bytes, from, end, ';');
      duties.add(duty(bytes, from, behind, currency));
    }
    return duties;
  }

  private static int find(byte[] bytes, int start, int end, char sign) {
    int at = start;
    while (at < end && bytes[at] != sign) {
      at++;
    }
    return at;
  }

  private DeclaredDuty duty(byte[] bytes, int start, int end, CurrencyCode currency) {
    int equals = find(bytes, start, end, '=');
    if (equals == end) {
      throw new LineRefused(
          EntryColumn.OTHER_DUTIES,
          "'%s' is no duty; Maybe write kind and amount, mfn=120.00"
              .formatted(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
    }
    try {
      DutyKind kind = kinds.get(bytes, start, equals);
      long minor = DecimalText.scaled(bytes, equals + 1, end, currency.minorDigits());
      if (minor >= 0) {
        return new DeclaredDuty(kind, new Money(minor, currency));
      }
    } catch (IllegalArgumentException e) {
      throw new LineRefused(EntryColumn.OTHER_DUTIES, said(e));
    }
    throw new LineRefused(
        EntryColumn.OTHER_DUTIES,
        "a duty must not be negative, but is "
            + new String(bytes, equals + 1, end - equals - 1, StandardCharsets.UTF_8));
  }
}
