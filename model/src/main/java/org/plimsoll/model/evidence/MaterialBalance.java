package org.plimsoll.model.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

/**
 * What each place made, used, imported and exported of each product in one year, tonnes of content.
 * Levels of activities are turned into outputs and inputs here, once, so that joint products and
 * the use of inputs are counted, and rows of other years are not.
 */
public final class MaterialBalance {
  /**
   * Tonnes of one product in one place, from one row.
   *
   * @param place where it was made or used
   * @param tonnes of content; negative only for a release from stock
   * @param provenance of the row
   */
  public record Amount(CountryCode place, double tonnes, Provenance provenance) {}

  /** The rows of one product. */
  private static final class Sides {
    private final List<Amount> made = new ArrayList<>();
    private final List<Amount> newlyMade = new ArrayList<>();
    private final List<Amount> inputs = new ArrayList<>();
    private final List<Amount> finalUses = new ArrayList<>();
    private final List<Amount> stockBuilds = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
  }

  private static final Sides NOTHING = new Sides();

  private final int year;
  private final SortedMap<ProductId, Sides> products = new TreeMap<>();

  private MaterialBalance(int year) {
    this.year = year;
  }

  /** The balance of a year; empty if the evidence has no row of it. */
  public static MaterialBalance of(Evidence evidence, int year) {
    MaterialBalance balance = new MaterialBalance(year);
    Set<String> activities = new HashSet<>();
    evidence.activities().forEach(activity -> activities.add(activity.id()));
    for (Production level : evidence.productions()) {
      if (level.year() == year) {
        balance.add(
            level,
            activities.contains(level.activity())
                ? Optional.of(evidence.getActivity(level.activity(), level.country()))
                : Optional.empty());
      }
    }
    for (Use use : evidence.uses()) {
      if (use.year() == year) {
        Sides sides = balance.sidesOf(use.product());
        (switch (use.purpose()) {
              case FINAL -> sides.finalUses;
              case STOCK_BUILD -> sides.stockBuilds;
            })
            .add(new Amount(use.country(), use.tonnes(), use.provenance()));
      }
    }
    for (Flow flow : evidence.flows()) {
      if (flow.year() == year) {
        balance.sidesOf(flow.product()).flows.add(flow);
      }
    }
    return balance;
  }

  /** The balance of the evidence's own base year. */
  public static MaterialBalance ofBaseYear(Evidence evidence) {
    return of(evidence, evidence.baseYear());
  }

  /** An output of a listed product needs no activity and counts as it stands. */
  private void add(Production level, Optional<Activity> activity) {
    if (activity.isEmpty()) {
      Sides sides = sidesOf(level.product());
      sides.made.add(amount(level, 1));
      sides.newlyMade.add(amount(level, 1));
      return;
    }
    activity
        .get()
        .outputs()
        .forEach((product, perUnit) -> {
          sidesOf(product).made.add(amount(level, perUnit));
          if (!activity.get().isRecycling()) {
            sidesOf(product).newlyMade.add(amount(level, perUnit));
          }
        });
    activity
        .get()
        .inputs()
        .forEach((product, perUnit) -> sidesOf(product).inputs.add(amount(level, perUnit)));
  }

  private Sides sidesOf(ProductId product) {
    return products.computeIfAbsent(product, p -> new Sides());
  }

  private static Amount amount(Production level, double perUnit) {
    return new Amount(level.country(), perUnit * level.tonnes(), level.provenance());
  }

  /** The year whose rows these are. */
  public int year() {
    return year;
  }

  /** Every product with a row, in order. */
  public SortedSet<ProductId> products() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(products.keySet()));
  }

  /** Output, joint products and recovered scrap included. */
  public List<Amount> made(ProductId product) {
    return Collections.unmodifiableList(find(product).made);
  }

  /** Output other than of recovered scrap. */
  public List<Amount> newlyMade(ProductId product) {
    return Collections.unmodifiableList(find(product).newlyMade);
  }

  /** What modelled activities took in. */
  public List<Amount> inputs(ProductId product) {
    return Collections.unmodifiableList(find(product).inputs);
  }

  /** Use other than by modelled activities. */
  public List<Amount> finalUses(ProductId product) {
    return Collections.unmodifiableList(find(product).finalUses);
  }

  /** Additions to stocks; a release is negative. */
  public List<Amount> stockBuilds(ProductId product) {
    return Collections.unmodifiableList(find(product).stockBuilds);
  }

  /** Everything taken: inputs, final use and additions to stocks. */
  public List<Amount> taken(ProductId product) {
    Sides sides = find(product);
    List<Amount> taken = new ArrayList<>(sides.inputs);
    taken.addAll(sides.finalUses);
    taken.addAll(sides.stockBuilds);
    return taken;
  }

  /** Flows from maker to user, home use included. */
  public List<Flow> flows(ProductId product) {
    return Collections.unmodifiableList(find(product).flows);
  }

  /** Tonnes that came into the places from outside them. */
  public double importedTonnes(ProductId product, Predicate<CountryCode> places) {
    return flowTonnes(product, places.negate(), places);
  }

  /** Tonnes that the places received, home use included. */
  public double receivedTonnes(ProductId product, Predicate<CountryCode> places) {
    return flowTonnes(product, maker -> true, places);
  }

  /** Tonnes that the places shipped, home use included. */
  public double shippedTonnes(ProductId product, Predicate<CountryCode> places) {
    return flowTonnes(product, places, user -> true);
  }

  /** Tonnes that went from some places to others, in the order of the flows. */
  public double flowTonnes(
      ProductId product, Predicate<CountryCode> from, Predicate<CountryCode> to) {
    double tonnes = 0;
    for (Flow flow : find(product).flows) {
      tonnes += from.test(flow.exporter()) && to.test(flow.importer()) ? flow.tonnes() : 0;
    }
    return tonnes;
  }

  /** The amounts of each place added up, in the order given. */
  public static SortedMap<CountryCode, Double> byPlace(List<Amount> amounts) {
    SortedMap<CountryCode, Double> tonnes = new TreeMap<>();
    amounts.forEach(amount -> tonnes.merge(amount.place(), amount.tonnes(), Double::sum));
    return tonnes;
  }

  private Sides find(ProductId product) {
    return products.getOrDefault(product, NOTHING);
  }
}
