package org.plimsoll.sources.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.hand.TradeRule;
import org.plimsoll.sources.reconcile.Balance;
import org.plimsoll.sources.reconcile.Folding;
import org.plimsoll.sources.reconcile.Reexports;

/** What the rules say of the flows of one product, country by country, before it is balanced. */
final class Sightings {
  private static final String TRACED = "re-exports traced to who makes it";

  private final Map<CountryCode, Double> made;
  private final Folding folding;
  private final List<Balance.Observed> flows = new ArrayList<>();
  private final Map<String, Provenance> known = new HashMap<>();
  private final Map<CountryCode, Provenance> intoCountry = new HashMap<>();
  private final Set<CountryCode> complete = new HashSet<>();

  /**
   * @param made tonnes of the product by country, before folding
   * @param folding of the product
   */
  Sightings(Map<CountryCode, Double> made, Folding folding) {
    this.made = new TreeMap<>(made);
    this.folding = folding;
  }

  void add(
      TradeRule rule, CountryCode exporter, CountryCode importer, double tonnes, Source source) {
    Provenance provenance =
        new Provenance(source, rule.remark().grade(), rule.remark().status(), rule.remark().note());
    if (!exporter.equals(importer)) {
      flows.add(new Balance.Observed(exporter, importer, tonnes, rule.remark().grade()));
    }
    known.putIfAbsent(key(exporter, importer), provenance);
    intoCountry.putIfAbsent(folding.fold(importer), provenance);
    if (rule.complete()) {
      complete.add(folding.fold(exporter));
    }
  }

  /** Takes what a rule without a series states. */
  void addStated(TradeRule rule, Hand hand) {
    add(
        rule,
        CountryCode.of(rule.exporter()),
        CountryCode.of(rule.importer()),
        rule.amount(),
        new Source("judgement", hand.asOf().toString(), "trade of " + rule.product()));
  }

  /**
   * The flows folded, after what is shipped on was traced to its makers. What a hub ships beyond
   * what it takes in is dropped, unless it may be among makers that the sources do not name.
   */
  List<Balance.Observed> traced() {
    List<Balance.Observed> folded = new ArrayList<>();
    for (Balance.Observed flow : Reexports.trace(flows, made)) {
      CountryCode from = folding.fold(flow.from());
      CountryCode to = folding.fold(flow.to());
      if (made.containsKey(flow.from()) || made.containsKey(from)) {
        folded.add(new Balance.Observed(from, to, flow.tonnes(), flow.grade()));
        Provenance seen = known.get(key(flow.from(), flow.to()));
        if (seen != null) {
          known.putIfAbsent(key(from, to), seen);
        }
      }
    }
    for (Balance.Observed flow : folded) {
      Provenance near = intoCountry.get(flow.to());
      if (near != null) {
        known.putIfAbsent(
            key(flow.from(), flow.to()),
            new Provenance(near.source(), flow.grade(), Status.DERIVED, TRACED));
      }
    }
    return folded;
  }

  /** Source and note by folded route; complete after {@link #traced()}. */
  Map<String, Provenance> known() {
    return known;
  }

  /** Exporters whose customers are all named, folded. */
  Set<CountryCode> complete() {
    return complete;
  }

  private static String key(CountryCode from, CountryCode to) {
    return from + ">" + to;
  }
}
