package org.plimsoll.planner.commitments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ControlScope;
import org.plimsoll.model.policy.ExportControl;

/**
 * A row of a control that reaches what is asked about, and why.
 *
 * @param scope the row
 * @param why in words, for goods, destination and end user in turn
 */
public record ControlReach(ControlScope scope, String why) {
  /**
   * What is asked about; what is left out is not judged.
   *
   * @param products any of them; none for all goods
   * @param destinations codes of a country and of the territories that it is in; none for all
   * @param endUser who buys; empty for whoever
   */
  public record Question(
      List<ProductId> products, List<String> destinations, Optional<EndUser> endUser) {
    public Question {
      products = List.copyOf(products);
      destinations = List.copyOf(destinations);
    }
  }

  /** Who buys. */
  public sealed interface EndUser {
    /** Armed forces, or anybody for their use. */
    record Military() implements EndUser {}

    /**
     * An organisation.
     *
     * @param name as it was asked for
     * @param listedIn controls that list it, by what the registers name
     */
    record Named(String name, List<String> listedIn) implements EndUser {
      public Named {
        listedIn = List.copyOf(listedIn);
      }
    }
  }

  /** The rows of a control that reach what is asked about; none if no row does. */
  public static List<ControlReach> of(Evidence evidence, ExportControl control, Question question) {
    List<ControlReach> reaches = new ArrayList<>();
    for (ControlScope scope : evidence.developments().controlScopes()) {
      if (scope.control().equals(control.id())) {
        goods(evidence, control, scope, question.products())
            .flatMap(goods ->
                destination(scope, question.destinations())
                    .flatMap(to ->
                        endUser(scope, question.endUser())
                            .map(user -> new ControlReach(scope, joined(goods, to, user)))))
            .ifPresent(reaches::add);
      }
    }
    return reaches;
  }

  private static String joined(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.removeIf(String::isEmpty);
    return String.join("; ", all);
  }

  private static Optional<String> goods(
      Evidence evidence, ExportControl control, ControlScope scope, List<ProductId> products) {
    if (products.isEmpty()) {
      return Optional.of("");
    }
    Optional<ProductId> named = products.stream().filter(scope.products()::contains).findFirst();
    if (named.isPresent()) {
      return Optional.of("covers " + named.get());
    }
    return scope.dualUse()
        ? lister(evidence, control, products)
            .map(list -> "covers every dual-use item, and %s lists it".formatted(list))
        : Optional.empty();
  }

  /** Another control of the same issuer whose list has one of the products. */
  private static Optional<String> lister(
      Evidence evidence, ExportControl control, List<ProductId> products) {
    return evidence.exportControls().stream()
        .filter(
            other -> other.issuer().equals(control.issuer()) && other.type().startsWith("licence"))
        .map(ExportControl::id)
        .filter(id ->
            evidence.developments().controlScopes().stream()
                .anyMatch(scope ->
                    scope.control().equals(id)
                        && scope.products().stream().anyMatch(products::contains)))
        .findFirst();
  }

  private static Optional<String> destination(ControlScope scope, List<String> destinations) {
    if (destinations.isEmpty()) {
      return Optional.of("");
    }
    return scope.to().isUnnamed()
        ? Optional.of("to every destination")
        : scope.to().ids().stream()
            .filter(destinations::contains)
            .findFirst()
            .map(code -> "to " + code);
  }

  private static Optional<String> endUser(ControlScope scope, Optional<EndUser> asked) {
    if (asked.isEmpty()) {
      return Optional.of(
          switch (scope.endUsers()) {
            case ANY -> "";
            case MILITARY -> "for military users and uses";
            case LISTED -> "for named organisations";
          });
    }
    return switch (asked.get()) {
      case EndUser.Military _ ->
          switch (scope.endUsers()) {
            case ANY -> Optional.of("for every end user");
            case MILITARY -> Optional.of("for military users and uses");
            case LISTED -> Optional.empty();
          };
      case EndUser.Named named ->
          switch (scope.endUsers()) {
            case ANY -> Optional.of("for every end user");
            case MILITARY ->
                Optional.of(
                    "for military uses: whether %s has any is not told".formatted(named.name()));
            case LISTED ->
                named.listedIn().contains(scope.control())
                    ? Optional.of("names %s".formatted(named.name()))
                    : Optional.empty();
          };
    };
  }
}
