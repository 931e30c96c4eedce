package org.plimsoll.model.market;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.Measure;

/**
 * A market as a file states it.
 *
 * @param name of the case; empty if it has none
 * @param source where it was published; empty if not stated
 * @param products in file order
 * @param nodes in file order
 * @param activities in file order
 * @param arcs in file order; empty if the file states none, which means every pair of nodes at cost
 *     0. A node reaches itself at cost 0 unless an arc says otherwise
 * @param alliances by id: its members
 * @param measures in file order; {@code measures[0]} is the id of the first
 */
public record MarketCase(
    String name,
    String source,
    List<CaseProduct> products,
    List<CaseNode> nodes,
    List<CaseActivity> activities,
    Optional<List<CaseArc>> arcs,
    SortedMap<String, List<Region>> alliances,
    List<Measure> measures) {
  public MarketCase {
    products = List.copyOf(products);
    nodes = List.copyOf(nodes);
    activities = List.copyOf(activities);
    arcs = arcs.map(List::copyOf);
    alliances = Collections.unmodifiableSortedMap(new TreeMap<>(alliances));
    measures = List.copyOf(measures);
  }

  /** The same market of these products instead. */
  public MarketCase withProducts(List<CaseProduct> others) {
    return new MarketCase(name, source, others, nodes, activities, arcs, alliances, measures);
  }

  /** The same market with these nodes instead. */
  public MarketCase withNodes(List<CaseNode> others) {
    return new MarketCase(name, source, products, others, activities, arcs, alliances, measures);
  }

  /** The same market with these activities instead. */
  public MarketCase withActivities(List<CaseActivity> others) {
    return new MarketCase(name, source, products, nodes, others, arcs, alliances, measures);
  }

  /** The same market with these arcs alone. */
  public MarketCase withArcs(List<CaseArc> others) {
    return new MarketCase(
        name, source, products, nodes, activities, Optional.of(others), alliances, measures);
  }

  /** The same market under these measures instead. */
  public MarketCase withMeasures(List<? extends Measure> others) {
    return new MarketCase(
        name, source, products, nodes, activities, arcs, alliances, List.copyOf(others));
  }
}
