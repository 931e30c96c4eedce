package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Storage;

/** Why products are no candidates for a reserve: what the world's table of storage says of each. */
final class NotStocked {
  private NotStocked() {}

  /** A sentence for each reason, in the order of the products. */
  static List<ActionPlan.Statement> of(Evidence evidence, List<Product> products) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Product product : products) {
      byReason
          .computeIfAbsent(reason(evidence, product), key -> new ArrayList<>())
          .add(product.name());
    }
    List<ActionPlan.Statement> statements = new ArrayList<>();
    byReason.forEach((reason, names) ->
        statements.add(
            new ActionPlan.Statement(
                String.join(", ", names) + ": not stocked, since " + reason + ".", List.of())));
    return statements;
  }

  private static String reason(Evidence evidence, Product product) {
    Optional<Storage> fungible = evidence.resilience().findStorage(product.id(), "fungible");
    if (fungible.isEmpty() || fungible.get().value().high() > 0) {
      return "no form is known in which they keep; what they are made of may be";
    }
    String why = fungible.get().provenance().note();
    String keeps =
        evidence
            .resilience()
            .findStorage(product.id(), "shelf-life")
            .map(row -> "; they keep " + span(row.value()) + " " + row.unit())
            .orElse("");
    return "they are not fungible" + (why.isEmpty() ? "" : " (" + why + ")") + keeps;
  }

  private static String span(Interval value) {
    return value.low() < value.high()
        ? "%s to %s".formatted(plain(value.low()), plain(value.high()))
        : plain(value.central());
  }

  private static String plain(double number) {
    return number == StrictMath.rint(number)
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
