package org.plimsoll.model.commodity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A commodity at a stage of production, written {@code commodity/stage}: {@code gallium/refined}. A
 * product of a market file has a name alone ({@link #ofCase}).
 *
 * @param commodity identifier in {@code commodities.csv}; the whole name in a market file
 * @param stage mine, oxide, metal, magnet, refined, …; empty in a market file
 */
public record ProductId(String commodity, String stage) implements Comparable<ProductId> {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

  public ProductId {
    boolean isNamedByCase = stage.isEmpty() && !commodity.isBlank();
    if (!isNamedByCase && !(WORD.matcher(commodity).matches() && WORD.matcher(stage).matches())) {
      throw new IllegalArgumentException(
          "a product is written commodity/stage in lower case, but this is: "
              + commodity
              + "/"
              + stage);
    }
  }

  /**
   * Reads {@code commodity/stage}.
   *
   * @throws IllegalArgumentException if the text has not that form
   */
  public static ProductId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 1 || slash == text.length() - 1) {
      throw new IllegalArgumentException(
          "a product is written commodity/stage, for example gallium/refined, but this is: "
              + text);
    }
    return new ProductId(text.substring(0, slash), text.substring(slash + 1));
  }

  /**
   * The product of a market file, which has whatever name its author gave it.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public static ProductId ofCase(String name) {
    return new ProductId(name, "");
  }

  @Override
  public int compareTo(ProductId other) {
    int byCommodity = commodity.compareTo(other.commodity);
    return byCommodity != 0 ? byCommodity : stage.compareTo(other.stage);
  }

  /** Written out, since a record's own is slow until the second compiler has seen it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProductId id
        && stage.equals(id.stage)
        && commodity.equals(id.commodity);
  }

  @Override
  public int hashCode() {
    return 31 * commodity.hashCode() + stage.hashCode();
  }

  @Override
  public String toString() {
    return stage.isEmpty() ? commodity : commodity + "/" + stage;
  }
}
