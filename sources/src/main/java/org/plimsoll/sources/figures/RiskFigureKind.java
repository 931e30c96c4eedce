package org.plimsoll.sources.figures;

import java.util.Arrays;
import java.util.List;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.sources.figures.RiskFigure.Unit;

/** What a figure can say: which columns it needs, which it may have, and in which units. */
public enum RiskFigureKind {
  OUTPUT(
      "what a country makes of the world's output",
      "material stage year country",
      "",
      0,
      Double.MAX_VALUE,
      "t kg kt 1 %"),
  SUPPLY(
      "what the buyer gets from a supplier, home supply included",
      "material stage year region country",
      "supplier",
      0,
      Double.MAX_VALUE,
      "t kg kt 1 %"),
  SUPPLY_VALUE(
      "what the buyer pays for that supply in all; makes the price where none is given",
      "material stage year region country",
      "supplier",
      0,
      Double.MAX_VALUE,
      "USD kUSD"),
  OWN_OUTPUT(
      "what the buyer makes; without it, the output of the countries that the buyer consists of",
      "material stage year region",
      "",
      0,
      Double.MAX_VALUE,
      "t kg kt"),
  PRICE(
      "what the material costs",
      "material stage",
      "year region",
      0,
      Double.MAX_VALUE,
      "USD/t USD/kg"),
  IMPORT_RELIANCE(
      "net imports ÷ (output + net imports) of the buyer; negative for a net exporter",
      "material stage region",
      "year",
      -Double.MAX_VALUE,
      1,
      "1 %"),
  RECYCLING("end-of-life recycling input rate", "material", "stage year", 0, 1, "1 %"),
  SUBSTITUTION(
      "substitution index of supply risk, 1 where nothing can take its place",
      "material",
      "stage year",
      0,
      1,
      "1"),
  TRADE_PARAMETER(
      "t of the European method: above 1 for export restrictions, below for agreements; 1 if not"
          + " given. With a region it holds for that buyer's sourcing only",
      "material stage country",
      "year region",
      0,
      2,
      "1"),
  GOVERNANCE(
      "mean of the six Worldwide Governance Indicators, or the European method's weight from 0,"
          + " strong, to 10",
      "country",
      "year",
      -4,
      10,
      "estimate 0-10"),
  POLITICAL_STABILITY(
      "the indicator Political Stability and Absence of Violence, or GeoPolRisk's instability from"
          + " 0, stable, to 1",
      "country",
      "year",
      -4,
      4,
      "estimate 0-1"),
  HHI(
      "HHI of world output, where the makers' shares are not known",
      "material stage year",
      "",
      0,
      1,
      "0-1 0-10000"),
  HHI_WGI(
      "Σ s² w t of world output, or with a region of that buyer's sourcing, where the shares are"
          + " not known",
      "material stage year",
      "region",
      0,
      20,
      "0-10");

  /** A unit as a file writes it, and what the value becomes. */
  enum Scale {
    TONNES("t", Unit.TONNES, 1),
    KILOGRAMS("kg", Unit.TONNES, 1e-3),
    KILOTONNES("kt", Unit.TONNES, 1e3),
    ONE("1", Unit.SHARE, 1),
    PERCENT("%", Unit.SHARE, 1e-2),
    USD("USD", Unit.USD, 1),
    KILO_USD("kUSD", Unit.USD, 1e3),
    USD_PER_TONNE("USD/t", Unit.USD_PER_KG, 1e-3),
    USD_PER_KILOGRAM("USD/kg", Unit.USD_PER_KG, 1),
    ESTIMATE("estimate", Unit.ESTIMATE, 1),
    UNIT("0-1", Unit.INDEX, 1),
    TEN("0-10", Unit.INDEX, 1),
    TEN_THOUSAND("0-10000", Unit.INDEX, 1e-4);

    private final String word;
    private final Unit unit;
    private final double factor;

    Scale(String word, Unit unit, double factor) {
      this.word = word;
      this.unit = unit;
      this.factor = factor;
    }

    Unit unit() {
      return unit;
    }

    double apply(double value) {
      return this == PERCENT || this == KILOGRAMS || this == USD_PER_TONNE || this == TEN_THOUSAND
          ? value / Math.rint(1 / factor)
          : value * factor;
    }
  }

  private final String description;
  private final String needed;
  private final String allowed;
  private final double least;
  private final double most;
  private final String units;

  RiskFigureKind(
      String description, String needed, String allowed, double least, double most, String units) {
    this.description = description;
    this.needed = needed;
    this.allowed = allowed;
    this.least = least;
    this.most = most;
    this.units = units;
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  /**
   * Reads the word used in files.
   *
   * @throws IllegalArgumentException if it is none
   */
  static RiskFigureKind parse(String word) {
    List<String> known = Arrays.stream(values()).map(RiskFigureKind::word).toList();
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no figure is called '%s'\nMaybe you meant %s"
                    .formatted(
                        word,
                        org.plimsoll.sources.table.Spelling.nearest(word, known)
                            .orElse("one of " + String.join(", ", known)))));
  }

  /** The word used in files: supply-value. */
  public String word() {
    return Words.of(this);
  }

  List<String> needed() {
    return words(needed);
  }

  List<String> allowed() {
    return words(allowed);
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  /**
   * The scale of a unit.
   *
   * @throws IllegalArgumentException if the figure has no such unit
   */
  Scale parseUnit(String word) {
    if (!words(units).contains(word)) {
      throw new IllegalArgumentException(
          "a figure of %s has no unit '%s'\nMaybe write %s"
              .formatted(word(), word, units.replace(" ", " or ")));
    }
    return Arrays.stream(Scale.values())
        .filter(scale -> scale.word.equals(word))
        .findFirst()
        .orElseThrow();
  }

  /** The row of {@code docs/reference/risk-input.md}. */
  String describe() {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            word(),
            description,
            columns(words(needed)),
            columns(words(allowed)),
            columns(words(units)));
  }

  private static String columns(List<String> columns) {
    return columns.isEmpty() ? "" : "`" + String.join("`, `", columns) + "`";
  }
}
