package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.market.measures.PriceSides;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Study;

/**
 * Prices of a product in the alliance, in third countries and at whoever restricts it.
 *
 * @param context of the plan
 * @param product which
 * @param sides who belongs where
 */
record ThreePrices(PlanContext context, ProductId product, PriceSides sides) {
  private static final String NOBODY = "nobody restricts it";

  /** With the exporters that restrict it today. */
  static ThreePrices today(PlanContext context, ProductId product) {
    return of(context, product, context.restrictors(product));
  }

  /** With these exporters as those that restrict it. */
  static ThreePrices of(
      PlanContext context, ProductId product, SortedSet<CountryCode> restrictors) {
    return new ThreePrices(
        context,
        product,
        PriceSides.of(
            context.inquiry.listCountries(context.vintage), context.bloc.countries(), restrictors));
  }

  private Optional<Quantity> price(String id, SortedSet<CountryCode> countries) {
    return countries.isEmpty()
        ? Optional.empty()
        : Optional.of(new Quantity.DeliveredPrice(product, new Region(id, countries)));
  }

  private Optional<Quantity> alliance() {
    return price(context.whole.id(), sides.alliance());
  }

  private Optional<Quantity> thirdCountries() {
    return price("third-countries", sides.thirdCountries());
  }

  private Optional<Quantity> restrictor() {
    return price("restrictor", sides.restrictor());
  }

  /** What has to be read for them. */
  List<Quantity> quantities() {
    List<Quantity> quantities = new ArrayList<>();
    alliance().ifPresent(quantities::add);
    thirdCountries().ifPresent(quantities::add);
    restrictor().ifPresent(quantities::add);
    return quantities;
  }

  /** In USD a tonne. */
  ActionPlan.Prices usdPerTonne(Study study, Question question) {
    return new ActionPlan.Prices(
        usd(alliance(), "no member", study, question),
        usd(thirdCountries(), "no third country", study, question),
        usd(restrictor(), NOBODY, study, question));
  }

  /** As multiples of the base price. */
  ActionPlan.Prices multiples(Study study, Question question, Question base) {
    return new ActionPlan.Prices(
        multiple(alliance(), "no member", study, question, base),
        multiple(thirdCountries(), "no third country", study, question, base),
        multiple(restrictor(), NOBODY, study, question, base));
  }

  private Result multiple(
      Optional<Quantity> price, String none, Study study, Question question, Question base) {
    return price
        .map(quantity ->
            context.multiple(
                study.get(question, quantity).over(study.get(base, quantity)), question, product))
        .orElseGet(() -> new NoFigure(PlanContext.MULTIPLE, none));
  }

  private Result usd(Optional<Quantity> price, String none, Study study, Question question) {
    return price
        .map(quantity -> context.figure(study.get(question, quantity), quantity, question))
        .orElseGet(() -> new NoFigure("USD/t", none));
  }
}
