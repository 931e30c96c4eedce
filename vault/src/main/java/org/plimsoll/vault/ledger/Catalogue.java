package org.plimsoll.vault.ledger;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/**
 * What the world has, as far as the ledger asks: products that may be stored and countries that
 * they may come from. A part that is empty is not known, and then only the form is checked.
 *
 * @param products commodities with their stages
 * @param countries of origin
 */
public record Catalogue(SortedSet<ProductId> products, SortedSet<CountryCode> countries) {
  /** Where nothing is known of the world. */
  public static final Catalogue OPEN = new Catalogue(new TreeSet<>(), new TreeSet<>());

  public Catalogue {
    products = Collections.unmodifiableSortedSet(new TreeSet<>(products));
    countries = Collections.unmodifiableSortedSet(new TreeSet<>(countries));
  }

  /** Whether an origin begins with a country; what follows a colon is further proof. */
  boolean hasOrigin(String origin) {
    int colon = origin.indexOf(':');
    String country = colon < 0 ? origin : origin.substring(0, colon);
    return countries.isEmpty() || countries.stream().anyMatch(one -> one.id().equals(country));
  }
}
