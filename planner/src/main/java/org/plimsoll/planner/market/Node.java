package org.plimsoll.planner.market;

import java.util.Comparator;
import org.plimsoll.model.place.CountryCode;

/**
 * A place in a chain where a product is made or bought.
 *
 * @param product row of the product in its chain
 * @param country where
 */
record Node(int product, CountryCode country) implements Comparable<Node> {
  private static final Comparator<Node> ORDER =
      Comparator.comparingInt(Node::product).thenComparing(Node::country);

  @Override
  public int compareTo(Node other) {
    return ORDER.compare(this, other);
  }
}
