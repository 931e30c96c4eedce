package org.plimsoll.planner.market.rows;

import org.plimsoll.model.place.Place;

/**
 * A place in a chain where a product is made or bought.
 *
 * @param product row of the product in its chain
 * @param country where
 * @param user the end user that buys there; {@link #OTHERS} for all that no measure tells apart
 */
public record Node(int product, Place country, String user) implements Comparable<Node> {
  /** Below this share of the base price a good counts as worthless and is thrown away. */
  static final double LEAST_PRICE = 1e-9;

  /** The user that stands for all whom no measure singles out. */
  public static final String OTHERS = "";

  public Node(int product, Place country) {
    this(product, country, OTHERS);
  }

  @Override
  public int compareTo(Node other) {
    int byProduct = Integer.compare(product, other.product);
    int byPlace = byProduct != 0 ? byProduct : country.compareTo(other.country);
    return byPlace != 0 ? byPlace : user.compareTo(other.user);
  }
}
