package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.market.answer.Leak;
import org.plimsoll.planner.market.answer.Payment;

/** Cases beside each other: who gains, who loses, members and others alike. */
final class CasePart {
  private static final int OTHERS_SHOWN = 8;

  private final Bloc bloc;
  private final Ensemble ensemble;
  private final Set<CountryCode> restricting;

  CasePart(Bloc bloc, Ensemble ensemble, Set<CountryCode> restricting) {
    this.bloc = bloc;
    this.ensemble = ensemble;
    this.restricting = restricting;
  }

  /** How a case finds its solution in a run. */
  @FunctionalInterface
  interface Solution {
    Solved in(Runs runs);
  }

  /**
   * A case against another.
   *
   * @param id of the case
   * @param title for a person
   * @param after its solution
   * @param againstTitle title of what it is compared with
   * @param before solution of what it is compared with
   */
  ActionPlan.Case of(
      String id, String title, Solution after, String againstTitle, Solution before) {
    SortedMap<String, List<CountryCode>> groups = groups();
    List<ActionPlan.Balance> balances = new ArrayList<>();
    groups.forEach(
        (label, countries) -> balances.add(balance(id, label, countries, after, before)));
    balances.sort(
        Comparator.comparingInt((ActionPlan.Balance b) -> rank(b.role()))
            .thenComparingDouble(b -> b.total().central()));
    List<ActionPlan.Balance> shown = new ArrayList<>();
    int others = 0;
    for (ActionPlan.Balance balance : balances) {
      if (!balance.role().equals("other") || others++ < OTHERS_SHOWN) {
        shown.add(balance);
      }
    }
    return new ActionPlan.Case(
        id,
        title,
        againstTitle,
        shown,
        money(id, r -> after.in(r).worldWelfare() - before.in(r).worldWelfare()),
        unserved(id, after),
        payments(id, after),
        leaks(id, after));
  }

  /** Sums by measure, maker and payer, of those that the central case has. */
  private List<ActionPlan.Paid> payments(String id, Solution after) {
    return after.in(ensemble.central()).payments().stream()
        .map(p -> List.of(p.measure(), p.maker().id(), p.payer().id()))
        .distinct()
        .map(key ->
            new ActionPlan.Paid(
                key.get(0),
                key.get(1),
                key.get(2),
                money(
                    id,
                    r ->
                        after.in(r).payments().stream()
                            .filter(p ->
                                key.equals(List.of(p.measure(), p.maker().id(), p.payer().id())))
                            .mapToDouble(Payment::usd)
                            .sum())))
        .toList();
  }

  private List<ActionPlan.Leaked> leaks(String id, Solution after) {
    List<ActionPlan.Leaked> lines = new ArrayList<>();
    for (Leak leak : after.in(ensemble.central()).leaks()) {
      lines.add(
          new ActionPlan.Leaked(
              leak.measure(),
              leak.product(),
              leak.via().id(),
              leak.to().id(),
              ensemble
                  .central()
                  .figure(
                      ensemble.range(r -> leaked(after.in(r), leak)),
                      "t/year",
                      id,
                      leak.product())));
    }
    return lines;
  }

  private static double leaked(Solved solved, Leak like) {
    return solved.leaks().stream()
        .filter(leak ->
            leak.measure().equals(like.measure())
                && leak.product().equals(like.product())
                && leak.via().equals(like.via())
                && leak.to().equals(like.to()))
        .mapToDouble(Leak::tonnes)
        .sum();
  }

  private static int rank(String role) {
    return switch (role) {
      case "member" -> 0;
      case "restricting exporter" -> 1;
      default -> 2;
    };
  }

  /** Members by region, everybody else alone. */
  private SortedMap<String, List<CountryCode>> groups() {
    SortedMap<String, List<CountryCode>> groups = new TreeMap<>();
    for (CountryCode country : new TreeSet<>(ensemble.central().countries())) {
      groups.computeIfAbsent(bloc.labelOf(country), l -> new ArrayList<>()).add(country);
    }
    return groups;
  }

  private ActionPlan.Balance balance(
      String id, String label, List<CountryCode> countries, Solution after, Solution before) {
    String role =
        bloc.contains(countries.getFirst())
            ? "member"
            : restricting.contains(countries.getFirst()) ? "restricting exporter" : "other";
    return new ActionPlan.Balance(
        label,
        role,
        money(id, r -> sum(countries, c -> after.in(r).users(c) - before.in(r).users(c))),
        money(id, r -> sum(countries, c -> after.in(r).makers(c) - before.in(r).makers(c))),
        money(id, r -> sum(countries, c -> after.in(r).treasury(c) - before.in(r).treasury(c))),
        money(
            id,
            r -> {
              Solved a = after.in(r);
              Solved b = before.in(r);
              return sum(countries, c -> a.welfare(c) - b.welfare(c));
            }));
  }

  private static double sum(
      List<CountryCode> countries, java.util.function.ToDoubleFunction<CountryCode> value) {
    return countries.stream().mapToDouble(value).sum();
  }

  private Figure money(String run, java.util.function.ToDoubleFunction<Runs> value) {
    return ensemble.central().figure(ensemble.range(value), "USD/year", run);
  }

  private List<ActionPlan.ProductFigure> unserved(String id, Solution after) {
    List<ActionPlan.ProductFigure> lines = new ArrayList<>();
    for (ProductId product : ensemble.central().products()) {
      double share = after.in(ensemble.central()).unservedShare(product, bloc.countries());
      if (share > 1e-4) {
        lines.add(
            new ActionPlan.ProductFigure(
                product,
                ensemble
                    .central()
                    .figure(
                        ensemble.range(r -> after.in(r).unservedShare(product, bloc.countries())),
                        "1",
                        id,
                        product)));
      }
    }
    return lines;
  }
}
