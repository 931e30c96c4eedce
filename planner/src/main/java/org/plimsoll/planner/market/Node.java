package org.plimsoll.planner.market;

import org.plimsoll.model.place.Place;

/**
 * A place in a chain where a product is made or bought.
 *
 * @param product row of the product in its chain
 * @param country where
 */
record Node(int product, Place country) implements Comparable<Node> {
  @Override
  public int compareTo(Node other) {
    int byProduct = Integer.compare(product, other.product);
    return byProduct != 0 ? byProduct : country.compareTo(other.country);
  }
}
