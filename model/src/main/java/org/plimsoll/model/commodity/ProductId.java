package org.plimsoll.model.commodity;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A commodity at a stage of production, written {@code commodity/stage}: {@code gallium/refined}.
 *
 * @param commodity identifier in {@code commodities.csv}
 * @param stage mine, oxide, metal, magnet, refined, …
 */
public record ProductId(String commodity, String stage) implements Comparable<ProductId> {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Comparator<ProductId> ORDER =
      Comparator.comparing(ProductId::commodity).thenComparing(ProductId::stage);

  public ProductId {
    if (!WORD.matcher(commodity).matches() || !WORD.matcher(stage).matches()) {
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
    if (slash < 1) {
      throw new IllegalArgumentException(
          "a product is written commodity/stage, for example gallium/refined, but this is: "
              + text);
    }
    return new ProductId(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public int compareTo(ProductId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return commodity + "/" + stage;
  }
}
