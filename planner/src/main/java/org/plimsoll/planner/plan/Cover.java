package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.model.trade.Stockpile;

/**
 * Months that stocks last at base use: what users hold, and what governments of members are said to
 * hold of the commodity in tonnes. Aims, budgets and plans are no stock.
 */
record Cover(PlanContext context) {
  private static final String METHOD = "docs/method/shocks.md";
  private static final double DAYS_PER_MONTH = 365.0 / 12;
  private static final double DAYS_PER_YEAR = 365;

  /** Of the alliance. */
  Result months(ProductId product) {
    Optional<Parameter> days = context.evidence.findParameter("private-stock-days", product);
    if (days.isEmpty()) {
      return new NoFigure("months", "unknown: the world has no stocks of its users");
    }
    Figure stocks = Figure.read(days.get().value(), "days", days.get().provenance());
    Optional<Figure> held = held(product);
    if (held.isPresent()) {
      stocks = Figure.of(Derivation.Rule.SUM, "days", METHOD, stocks, held.get());
    }
    Figure month =
        Figure.ofRows(Interval.exactly(DAYS_PER_MONTH), "days/month", Grade.A, List.of(METHOD));
    return Figure.of(Derivation.Rule.QUOTIENT, "months", METHOD, stocks, month);
  }

  /** Days of the alliance's base use that governments of members hold. */
  private Optional<Figure> held(ProductId product) {
    double use = context.balance.receivedTonnes(product, context.bloc::contains);
    Interval tonnes = Interval.exactly(0.0);
    List<String> from = new ArrayList<>();
    Grade grade = Grade.A;
    for (Stockpile stock : context.evidence.resilience().stockpiles()) {
      if (stock.kind().equals("government")
          && stock.measure().equals("held")
          && stock.unit().equals("t")
          && stock.scope().equals(product.commodity())
          && isMembers(stock.holder())) {
        tonnes =
            new Interval(
                tonnes.low() + stock.amount().low(),
                tonnes.central() + stock.amount().central(),
                tonnes.high() + stock.amount().high());
        from.add(stock.provenance().source().toString());
        grade = grade.worse(stock.provenance().grade());
      }
    }
    if (from.isEmpty() || !(use > 0)) {
      return Optional.empty();
    }
    from.add(METHOD);
    return Optional.of(Figure.ofRows(tonnes.times(DAYS_PER_YEAR / use), "days", grade, from));
  }

  /** Whether the holder's name begins with that of a member. */
  private boolean isMembers(String holder) {
    return context.bloc.countries().stream()
            .anyMatch(country -> holder.startsWith(context.nameOf(country)))
        || context.bloc.regions().stream()
            .anyMatch(region -> holder.startsWith(context.nameOf(region.id())));
  }
}
