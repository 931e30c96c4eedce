package org.plimsoll.model.market;

/**
 * What users, traders and a restricting country do about a shock in a market file, besides
 * answering to the price. See {@code docs/method/response.md}.
 */
public enum CaseLever {
  /** T, which makes stocks, fear and leaks rates of a year. */
  MONTHS("months", 12, 1, 60, "months that markets have to answer, from 1 to 60"),
  /** Z = D0 · days/(30 T). */
  PRIVATE_STOCK_DAYS(
      "privateStockDays",
      0,
      0,
      Double.POSITIVE_INFINITY,
      "days of use in private hands; they come out above the price without measures"),
  /** κ. */
  PRIVATE_STOCK_ELASTICITY(
      "privateStockElasticity",
      1.5,
      Double.MIN_NORMAL,
      Double.POSITIVE_INFINITY,
      "how fast private stocks come out as the price rises, above 0"),
  /** β. */
  PRECAUTIONARY_BUYING(
      "precautionaryBuying",
      0,
      0,
      Double.POSITIVE_INFINITY,
      "share of their use that users buy on top, for fear, where origins restrict or lose"
          + " capacity"),
  /** η of what is bought for fear. */
  BUYING_ELASTICITY(
      "buyingElasticity",
      0.25,
      0,
      Double.POSITIVE_INFINITY,
      "how fast precautionary buying falls as the price rises"),
  /** λ. */
  LEAK_SHARE(
      "leakShare",
      0,
      0,
      1,
      "share of what a ban or licence takes away that comes through all the same in the long run,"
          + " up to 1"),
  /** τ. */
  LEAK_LAG_MONTHS(
      "leakLagMonths",
      6,
      Double.MIN_NORMAL,
      Double.POSITIVE_INFINITY,
      "months in which 63% of that comes through, above 0"),
  /** Of the price without measures in the third country. */
  LEAK_PREMIUM(
      "leakPremium",
      0.2,
      0,
      Double.POSITIVE_INFINITY,
      "premium of what leaks by a third country, a share of its price without measures"),
  /** π. */
  OUTPUT_CUT(
      "outputCut",
      0,
      0,
      1,
      "share of the exports lost by which a restricting node makes less, up to 1");

  private final String word;
  private final double usual;
  private final double least;
  private final double most;
  private final String about;

  CaseLever(String word, double usual, double least, double most, String about) {
    this.word = word;
    this.usual = usual;
    this.least = least;
    this.most = most;
    this.about = about;
  }

  /** The key of a file. */
  public String word() {
    return word;
  }

  /** Its value where a file does not give it. */
  public double usual() {
    return usual;
  }

  /** Smallest value allowed. */
  public double least() {
    return least;
  }

  /** Largest value allowed; infinite if there is none. */
  public double most() {
    return most;
  }

  /** One line for a person. */
  public String about() {
    return about;
  }
}
