package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Duty;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.planner.study.Attempt;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Study;

/**
 * No-arbitrage, looked at from outside: two members that pay prices for the same good further apart
 * than a trader could leave them.
 *
 * <pre>
 *   p_dear − p_cheap  &gt;  p0 · (f + m) + d · p_cheap
 * </pre>
 *
 * <p>p0 is the base price, f the share of freight, m the premium of a new route as a share of the
 * base price (the stated friction), d the duty of the dear country on goods from the cheap one. A
 * price at an assumed ceiling is none that others could undercut, so no cheap price is one.
 */
record DisparityPart(PlanContext context) {
  /** Members that use less than this share of the alliance's use are not compared. */
  private static final double WORTH_COMPARING = 0.01;

  private static final String METHOD = "docs/method/market.md";

  /** Two members and what they pay. */
  private record Pair(
      ProductId product, CountryCode dear, double high, CountryCode cheap, double low) {}

  /** The widest unexplained pair of each product today, the widest in proportion first. */
  List<ActionPlan.Disparity> disparities() {
    Question today = context.statusQuo();
    Attempt attempt = context.inquiry.ask(today);
    List<Pair> pairs = new ArrayList<>();
    for (ProductId product : context.products()) {
      widest(product, attempt).ifPresent(pairs::add);
    }
    List<Request> requests =
        pairs.stream()
            .map(pair -> new Request(today, List.<Quantity>of(dear(pair), cheap(pair))))
            .toList();
    Study study = context.inquiry.study("prices of members", requests);
    return pairs.stream()
        .sorted((a, b) -> Double.compare(b.high() / b.low(), a.high() / a.low()))
        .map(pair -> line(pair, today, study))
        .toList();
  }

  private static Quantity dear(Pair pair) {
    return new Quantity.BuyerPrice(pair.product(), pair.dear());
  }

  private static Quantity cheap(Pair pair) {
    return new Quantity.BuyerPrice(pair.product(), pair.cheap());
  }

  private Optional<Pair> widest(ProductId product, Attempt today) {
    List<CountryCode> members = members(product);
    Optional<Pair> widest = Optional.empty();
    double most = 0;
    for (CountryCode dear : members) {
      for (CountryCode cheap : members) {
        if (today.read(new Quantity.BuyerPrice(product, dear)) instanceof Reading.Known high
            && today.read(new Quantity.BuyerPrice(product, cheap)) instanceof Reading.Known low
            && low.bound() == Reading.Bound.EXACT) {
          double unexplained =
              high.value() - low.value() - explained(product, dear, cheap, low.value());
          if (unexplained > most) {
            most = unexplained;
            widest = Optional.of(new Pair(product, dear, high.value(), cheap, low.value()));
          }
        }
      }
    }
    return widest;
  }

  /** Members with a share of the alliance's use worth comparing. */
  private List<CountryCode> members(ProductId product) {
    var base = context.inquiry.ask(Question.base(context.vintage)).get().equilibrium();
    double all = 0;
    for (CountryCode country : context.bloc.countries()) {
      all += base.use(product, country) + base.inputUse(product, country);
    }
    List<CountryCode> members = new ArrayList<>();
    for (CountryCode country : context.bloc.countries()) {
      if (base.use(product, country) + base.inputUse(product, country) > WORTH_COMPARING * all) {
        members.add(country);
      }
    }
    return members;
  }

  private Parameter parameter(String name, ProductId product) {
    return context.evidence.getParameter(name, product);
  }

  /** Freight, friction and duty of one more shipment from the cheap country, USD a tonne. */
  private double explained(
      ProductId product, CountryCode dear, CountryCode cheap, double cheapPrice) {
    double share =
        parameter("freight-share", product).value().central()
            + parameter("new-route-premium", product).value().central();
    return share * basePrice(product).central() + duty(product, dear, cheap) * cheapPrice;
  }

  private Figure basePrice(ProductId product) {
    return context
        .evidence
        .findBasePrice(product, context.vintage)
        .map(price -> Figure.read(price.usdPerTonne(), "USD/t", price.provenance()))
        .orElseThrow();
  }

  private double duty(ProductId product, CountryCode importer, CountryCode origin) {
    String territory = context.evidence.customsTerritoryOf(importer);
    if (territory.equals(context.evidence.customsTerritoryOf(origin))) {
      return 0;
    }
    for (String from : List.of(origin.alpha3(), "*")) {
      for (Duty duty : context.evidence.duties()) {
        if (duty.product().equals(product)
            && duty.origin().equals(from)
            && (duty.importer().equals(territory) || duty.importer().equals(importer.alpha3()))) {
          return duty.adValorem();
        }
      }
    }
    return 0;
  }

  private ActionPlan.Disparity line(Pair pair, Question today, Study study) {
    return new ActionPlan.Disparity(
        pair.product(),
        today.vintage(),
        pair.dear().alpha3(),
        context.figure(study.get(today, dear(pair)), dear(pair), today),
        pair.cheap().alpha3(),
        context.figure(study.get(today, cheap(pair)), cheap(pair), today),
        Figure.ofRows(
            Interval.exactly(explained(pair.product(), pair.dear(), pair.cheap(), pair.low())),
            "USD/t",
            context.basis(today.vintage(), pair.product()).grade(),
            List.of(
                parameter("freight-share", pair.product()).provenance().source().toString(),
                parameter("new-route-premium", pair.product()).provenance().source().toString(),
                basePrice(pair.product()).source(),
                METHOD)),
        "Shares of origins answer to landed prices only as fast as the sourcing elasticity lets"
            + " them, and no route between these two carries enough to close the difference.");
  }
}
