package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Solved;
import org.plimsoll.planner.study.Study;

/** Cases beside each other: who gains, who loses, members and others alike. */
final class CasePart {
  private static final int OTHERS_SHOWN = 8;
  private static final double SHOWN_SHARE = 1e-4;

  private final PlanContext context;
  private final Set<CountryCode> restricting;
  private final List<Region> groups;

  /**
   * A case and what it is compared with.
   *
   * @param title for a person
   * @param after the case
   * @param before what it is compared with
   */
  record Pair(String title, Question after, Question before) {}

  CasePart(PlanContext context, Set<CountryCode> restricting) {
    this.context = context;
    this.restricting = restricting;
    groups = groups();
  }

  /** Members by region, everybody else alone. */
  private List<Region> groups() {
    SortedMap<String, SortedSet<CountryCode>> byLabel = new TreeMap<>();
    for (CountryCode country : context.inquiry.listCountries(context.vintage)) {
      byLabel.computeIfAbsent(context.bloc.labelOf(country), label -> new TreeSet<>()).add(country);
    }
    return byLabel.entrySet().stream().map(e -> new Region(e.getKey(), e.getValue())).toList();
  }

  List<ActionPlan.Case> cases(List<Pair> pairs) {
    context.inquiry.askAll("cases", pairs.stream().map(Pair::after).toList());
    List<Request> requests = new ArrayList<>();
    for (Pair pair : pairs) {
      requests.add(new Request(pair.before(), surpluses()));
      requests.add(new Request(pair.after(), surpluses()));
      requests.add(new Request(pair.after(), lists(solved(pair))));
    }
    Study study = context.inquiry.study("cases", requests);
    return pairs.stream().map(pair -> one(pair, study)).toList();
  }

  private Solved solved(Pair pair) {
    return context.inquiry.ask(pair.after()).get();
  }

  private List<Quantity> surpluses() {
    List<Quantity> quantities = new ArrayList<>();
    groups.forEach(group -> quantities.addAll(Quantity.accounts(group)));
    quantities.add(new Quantity.WorldSurplus());
    return quantities;
  }

  /** What the central case lists: shortages, payments, leaks. */
  private List<Quantity> lists(Solved solved) {
    List<Quantity> quantities = new ArrayList<>(shortages(solved));
    quantities.addAll(solved.listPaid());
    quantities.addAll(solved.listLeaked());
    return quantities;
  }

  private List<Quantity.UnservedShare> shortages(Solved solved) {
    List<Quantity.UnservedShare> shortages = new ArrayList<>();
    for (ProductId product : context.products()) {
      Quantity.UnservedShare share = new Quantity.UnservedShare(product, context.whole);
      if (share.in(solved) instanceof Reading.Known known && known.value() > SHOWN_SHARE) {
        shortages.add(share);
      }
    }
    return shortages;
  }

  private ActionPlan.Case one(Pair pair, Study study) {
    List<ActionPlan.Balance> balances = new ArrayList<>();
    groups.forEach(group -> balances.add(balance(group, pair, study)));
    balances.sort(
        Comparator.comparing(ActionPlan.Balance::role)
            .thenComparing(ActionPlan.Balance::total, (a, b) -> Result.largestFirst(b, a)));
    List<ActionPlan.Balance> shown = new ArrayList<>();
    int others = 0;
    for (ActionPlan.Balance balance : balances) {
      if (balance.role() != ActionPlan.Role.OTHER || others++ < OTHERS_SHOWN) {
        shown.add(balance);
      }
    }
    Question after = pair.after();
    Solved solved = solved(pair);
    return new ActionPlan.Case(
        after.id(),
        pair.title(),
        pair.before().id(),
        shown,
        change(new Quantity.WorldSurplus(), pair, study),
        shortages(solved).stream()
            .map(share -> new ActionPlan.ProductFigure(share.of(), get(share, after, study)))
            .toList(),
        solved.listPaid().stream()
            .map(paid ->
                new ActionPlan.Paid(
                    paid.measure(), paid.maker(), paid.payer(), get(paid, after, study)))
            .toList(),
        solved.listLeaked().stream()
            .map(leak ->
                new ActionPlan.Leaked(
                    leak.measure(), leak.of(), leak.via(), leak.to(), get(leak, after, study)))
            .toList());
  }

  private Result get(Quantity quantity, Question question, Study study) {
    return context.figure(study.get(question, quantity), quantity, question);
  }

  private Result change(Quantity quantity, Pair pair, Study study) {
    return context.figure(
        study.change(pair.after(), pair.before(), quantity), quantity, pair.after());
  }

  private ActionPlan.Balance balance(Region group, Pair pair, Study study) {
    CountryCode first = group.members().first();
    ActionPlan.Role role =
        context.bloc.contains(first)
            ? ActionPlan.Role.MEMBER
            : restricting.contains(first) ? ActionPlan.Role.RESTRICTING : ActionPlan.Role.OTHER;
    return new ActionPlan.Balance(
        group.id(),
        role,
        change(new Quantity.Surplus(group, Quantity.Account.USERS), pair, study),
        change(new Quantity.Surplus(group, Quantity.Account.MAKERS), pair, study),
        change(new Quantity.Surplus(group, Quantity.Account.TREASURY), pair, study),
        change(new Quantity.Surplus(group, Quantity.Account.TOTAL), pair, study));
  }
}
