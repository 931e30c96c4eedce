package org.plimsoll.vault.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.vault.terms.Terms;

/** What an event may say beside its id and verb. The names are the columns of batch files. */
public enum Field {
  /** When, in UTC, to the microsecond; empty: the moment of posting. */
  AT(Kind.INSTANT),
  /** For whom. */
  PARTICIPANT(Kind.WORD),
  /** Who takes an entitlement, or buys what is released. */
  TO(Kind.WORD),
  PRODUCT(Kind.PRODUCT),
  FORM(Kind.WORD),
  GRADE(Kind.WORD),
  /** Id of the commitment. */
  CONTRACT(Kind.WORD),
  LOT(Kind.WORD),
  /** The lot that takes another's place. */
  NEW_LOT(Kind.WORD),
  SITE(Kind.WORD),
  TO_SITE(Kind.WORD),
  PROCESSOR(Kind.WORD),
  /** Grams of content. */
  MASS_G(Kind.GRAMS),
  /** Grams of content that came out of a conversion. */
  OUT_G(Kind.GRAMS),
  ENTITLEMENT_G(Kind.GRAMS),
  /** A kilogram of content. */
  PRICE(Kind.PRICE),
  /** Money in whole units, with the decimals of the currency. */
  AMOUNT(Kind.DECIMAL),
  CURRENCY(Kind.CURRENCY),
  /** Content as a share of gross mass. */
  ASSAY(Kind.SHARE),
  /** Where it was made, and other proof of it. */
  ORIGIN(Kind.WORD),
  /** Who keeps it. */
  CUSTODY(Kind.WORD),
  BEST_BEFORE(Kind.DAY),
  /** Last day. */
  DUE(Kind.DAY),
  /** Last day of a reservation; filled, the verb only reserves. */
  HOLD_UNTIL(Kind.DAY),
  /** Id of the reservation, draw, emergency or toll that is meant. */
  REFERS(Kind.WORD),
  /** Id of the event that is set right. */
  CORRECTS(Kind.WORD),
  /** A version of the terms; in a file, as {@code vault terms} prints it. */
  TERMS(Kind.TERMS),
  REASON(Kind.TEXT);

  private enum Kind {
    WORD,
    TEXT,
    GRAMS,
    PRICE,
    DECIMAL,
    SHARE,
    CURRENCY,
    PRODUCT,
    DAY,
    INSTANT,
    TERMS
  }

  /** Every row of a journal that is read asks for a dozen of them. */
  private static final Map<String, Field> BY_COLUMN =
      Arrays.stream(values()).collect(Collectors.toMap(Field::column, field -> field));

  private static final int LONGEST_WORD = 100;
  private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59.999999Z");

  private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,500}");

  private final Kind kind;
  private final String column;

  Field(Kind kind) {
    this.kind = kind;
    this.column = name().toLowerCase(Locale.ROOT);
  }

  boolean isGrams() {
    return kind == Kind.GRAMS;
  }

  /** The name of its option on the command line. */
  public String option() {
    return "--" + column().replace('_', '-');
  }

  /** What kind of value it takes, in a word. */
  public String label() {
    return kind.name();
  }

  /** The name of its column. */
  public String column() {
    return column;
  }

  /**
   * The field with that column.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Field parse(String column) {
    Field found = BY_COLUMN.get(column);
    if (found == null) {
      throw new IllegalArgumentException(
          "no column '%s'\nMaybe one of %s"
              .formatted(
                  column,
                  Arrays.stream(values()).map(Field::column).collect(Collectors.joining(", "))));
    }
    return found;
  }

  /**
   * The one way to write a value, so that equal events have equal text.
   *
   * @throws IllegalArgumentException if it is no value of this field
   */
  String canonical(String raw) {
    String text = raw.strip();
    try {
      return switch (kind) {
        case WORD -> checked(text, isWord(text));
        case TEXT -> checked(text, TEXT.matcher(text).matches());
        case GRAMS -> Long.toString(Long.parseLong(text));
        case PRICE -> PricePerKilogram.of(decimal(text), CurrencyCode.USD).toDecimal().toString();
        case DECIMAL -> plain(decimal(text));
        case SHARE -> Share.of(decimal(text)).toString();
        case CURRENCY -> CurrencyCode.of(text).code();
        case PRODUCT -> ProductId.parse(text).toString();
        case DAY -> day(text).toString();
        case INSTANT -> instant(text).toString();
        case TERMS -> Terms.parseLine(text).toLine();
      };
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "%s\nMaybe write %s"
              .formatted(
                  kind == Kind.TERMS ? first(e) : column() + " is '" + text + "'", example()),
          e);
    }
  }

  /** What is wrong with which line; it has many, which are not repeated. */
  private static String first(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Long enough for any amount, short enough that nobody can make us compute for hours. */
  private static BigDecimal decimal(String text) {
    if (text.length() > 40 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      throw new NumberFormatException(text);
    }
    return new BigDecimal(text);
  }

  private static String plain(BigDecimal decimal) {
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  private static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    boolean isFit =
        instant.equals(instant.truncatedTo(ChronoUnit.MICROS)) && !instant.isAfter(LAST_MOMENT);
    checked(text, isFit);
    return instant;
  }

  private static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    checked(text, !day.isAfter(Terms.LAST_DAY));
    return day;
  }

  private static String checked(String text, boolean isFit) {
    if (!isFit) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  /**
   * Letters, digits and a few marks, of which none is the first. A dozen are read for each event.
   */
  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!isPlain && (i == 0 || "._+:-".indexOf(c) < 0)) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST_WORD;
  }

  /** How to write a value of it. */
  public String example() {
    return switch (kind) {
      case WORD -> "at most 100 letters, digits and . _ + : - without blanks";
      case TEXT -> "at most 500 characters in one line";
      case GRAMS -> "a whole number of grams: 250000";
      case PRICE -> "a price a kilogram with at most 6 decimals: 110.5";
      case DECIMAL -> "an amount: 1250.50";
      case SHARE -> "a share with at most 6 decimals: 0.995";
      case CURRENCY -> "USD, EUR or JPY";
      case PRODUCT -> "commodity/stage: gallium/refined";
      case DAY -> "a day: 2026-06-30";
      case INSTANT -> "a moment in UTC, to the microsecond: 2026-06-30T09:00:00Z";
      case TERMS -> "the lines that vault terms prints, some of them changed";
    };
  }

  static void checkId(String id) {
    if (!isWord(id)) {
      throw new IllegalArgumentException("id is '%s'\nMaybe write %s".formatted(id, LOT.example()));
    }
  }
}
