package org.plimsoll.app.session;

import java.util.List;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.study.Stop;

/**
 * A stop as people write it: {@code CHN:gallium/refined}.
 *
 * @param exporter word for who stops
 * @param product word for what: a commodity is every product of it
 */
public record StopText(String exporter, String product) {
  /**
   * The words of a stop.
   *
   * @throws Refusal if it does not name an exporter and a product
   */
  public static StopText parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw Refusal.of(
          "--stop is '" + text + "', but takes an exporter and a product",
          "write it as CHN:gallium/refined");
    }
    return new StopText(parts[0], parts[1]);
  }

  /** A stop of one product, as {@link #parse} reads it. */
  public static String of(Stop stop) {
    return stop.exporter().alpha3() + ":" + stop.product();
  }

  /**
   * The country that stops.
   *
   * @throws Refusal if the world does not know it
   */
  public CountryCode country(Evidence evidence) {
    return new Selection(evidence).country(exporter);
  }

  /**
   * What is stopped: the products that have a market.
   *
   * @throws Refusal if the world has none
   */
  public List<ProductId> products(Evidence evidence) {
    List<ProductId> solved =
        new Selection(evidence)
            .products(product).stream().filter(Product::isSolved).map(Product::id).toList();
    if (solved.isEmpty()) {
      throw Refusal.of(product + " has no solved market", "plimsoll world show says what has one");
    }
    return solved;
  }
}
