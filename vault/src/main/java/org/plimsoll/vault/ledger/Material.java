package org.plimsoll.vault.ledger;

import org.plimsoll.model.commodity.ProductId;

/**
 * What is stored, counted in grams of content on the product's basis. A lot's assay gives its gross
 * mass.
 *
 * @param product commodity and stage
 * @param form ingot, powder, oxide, …
 * @param grade purity or specification
 */
public record Material(ProductId product, String form, String grade)
    implements Comparable<Material> {
  /**
   * Reads {@link #toString}.
   *
   * @throws IllegalArgumentException if the text has not that form
   */
  public static Material parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "a material is written commodity/stage form grade, but this is: '" + text + "'");
    }
    return new Material(ProductId.parse(parts[0]), parts[1], parts[2]);
  }

  @Override
  public int compareTo(Material other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return product + " " + form + " " + grade;
  }
}
