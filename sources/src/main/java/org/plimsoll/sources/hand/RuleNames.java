package org.plimsoll.sources.hand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.sources.table.Spelling;

/**
 * Whether every rule names a product or activity that there is: a rule for a misspelt product would
 * otherwise apply to nothing, and nobody would know.
 */
final class RuleNames {
  private final Set<String> products = new TreeSet<>();
  private final Set<String> activities = new TreeSet<>();
  private final List<Issue> issues = new ArrayList<>();

  private RuleNames(Hand hand) {
    hand.products().stream().map(Product::id).map(ProductId::toString).forEach(products::add);
    hand.activities().stream().map(Activity::id).forEach(activities::add);
  }

  /** An error per rule that names what is not there, file by file. */
  static List<Issue> check(Hand hand) {
    RuleNames names = new RuleNames(hand);
    hand.outputs().forEach(r -> names.activity(r.activity(), r.place()));
    hand.uses().forEach(r -> names.product(r.product(), r.place()));
    hand.trades().forEach(r -> names.product(r.product(), r.place()));
    for (PriceRule rule : hand.prices()) {
      names.product(rule.product(), rule.place());
      switch (rule.method()) {
        case RATIO -> names.product(ProductId.parse(rule.reference()), rule.place());
        case BUILD_UP -> names.activity(rule.reference(), rule.place());
        case SERIES, QUOTE, STATED -> {}
      }
    }
    return List.copyOf(names.issues);
  }

  private void product(ProductId id, Place place) {
    expect(id.toString(), products, "product", "products.csv", place);
  }

  private void activity(String id, Place place) {
    expect(id, activities, "activity", "technology.csv", place);
  }

  private void expect(String id, Collection<String> known, String what, String file, Place place) {
    if (!known.contains(id)) {
      issues.add(
          Issue.error(
              place,
              "no " + what + " is called '" + id + "'",
              Spelling.nearest(id, known)
                  .map(near -> "you meant '" + near + "'")
                  .orElse("add it to " + file)));
    }
  }
}
