package org.plimsoll.border.levy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.quantity.Share;

/**
 * What is levied on a product.
 *
 * @param id unique in its schedule
 * @param product of the model
 * @param codes HS codes, six to ten digits; the longest that begins a line's code decides
 * @param basis what content is counted in: {@code Ga}, {@code WO3}
 * @param contentFactor share of the net mass that is content where no assay is stated; empty if an
 *     assay must be stated
 * @param conversions from other bases of assay: kilograms of content a kilogram of that basis
 * @param grade share of content from which on, and below which, it applies
 * @param isScrap whether it is the rule of waste and scrap
 * @param instrument what is levied
 * @param reference where the price behind the floor is stated
 */
public record LevyRule(
    String id,
    ProductId product,
    List<String> codes,
    String basis,
    Optional<Share> contentFactor,
    SortedMap<String, Share> conversions,
    Optional<Grade> grade,
    boolean isScrap,
    Instrument instrument,
    String reference) {
  public LevyRule {
    codes = List.copyOf(codes);
    conversions = Collections.unmodifiableSortedMap(new TreeMap<>(conversions));
    if (conversions.containsKey(basis)) {
      throw new IllegalArgumentException(
          "rule %s converts its own basis, %s".formatted(id, basis) + "\nMaybe take that out");
    }
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("rule " + id + " must name at least one HS code");
    }
    for (String code : codes) {
      if (!code.matches("[0-9]{6,10}")) {
        throw new IllegalArgumentException(
            "rule " + id + " must name HS codes of six to ten digits, but has '" + code + "'");
      }
      if (codes.indexOf(code) != codes.lastIndexOf(code)) {
        throw new IllegalArgumentException(
            "rule %s names code %s twice".formatted(id, code) + "\nMaybe take one out");
      }
    }
  }

  /**
   * A band of content.
   *
   * @param atLeast first share in it
   * @param below first share above it; with 1 it has no upper end, so that what is pure lies in it
   */
  public record Grade(Share atLeast, Share below) {
    public Grade {
      if (below.compareTo(Share.ONE) < 0 && atLeast.compareTo(below) >= 0) {
        throw new IllegalArgumentException(
            "a grade from %s to below %s holds nothing".formatted(atLeast, below)
                + "\nMaybe exchange the two");
      }
    }

    /** Whether the share lies in it. */
    public boolean holds(Share content) {
      return content.compareTo(atLeast) >= 0 && (isOpen() || content.compareTo(below) < 0);
    }

    private boolean isOpen() {
      return below.compareTo(Share.ONE) >= 0;
    }
  }

  /** Bases of assay that it takes by name, its own first. */
  List<String> bases() {
    List<String> bases = new ArrayList<>(List.of(basis));
    bases.addAll(conversions.keySet());
    return bases;
  }

  /** Whether assays on this basis can be brought to the rule's. */
  boolean reads(String assayBasis) {
    return assayBasis.isEmpty() || assayBasis.equals(basis) || conversions.containsKey(assayBasis);
  }
}
