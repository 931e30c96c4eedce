package org.plimsoll.app.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Figures;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.portfolio.Candidate;
import org.plimsoll.planner.portfolio.Effect;
import org.plimsoll.planner.portfolio.NarrowLinks;
import org.plimsoll.planner.portfolio.Portfolio;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Series;

/** A portfolio in rows and sentences. */
record PortfolioTables(
    Evidence evidence, Scenario scenario, Portfolio portfolio, Basis basis, int draws) {
  private static final double MILLION = 1e6;
  private static final double PERCENT = 100;
  private static final String UNKNOWN_COST = "unknown: no capital cost is published";

  Answer answer() {
    return Answer.of("Actions against " + stopped())
        .fact("asOf", scenario.asOf())
        .fact("scenario", scenario.name())
        .fact("stop", portfolio.stop().id().id())
        .fact("chance", new Cell.Figure(portfolio.chance(), Cell.DIGITS))
        .fact("draws", draws)
        .fact("grade", basis.grade().name())
        .fact("setsSolved", portfolio.solved().sets())
        .fact("setsUnsolved", portfolio.solved().unsolved())
        .fact("surrogateErrorUsd", new Cell.Figure(portfolio.surrogateError(), Cell.DIGITS))
        .with(
            order(),
            actions(),
            bundles().ifAny(),
            pairs().ifAny(),
            links().ifAny(),
            choices(),
            regrets().forPrograms(),
            frontier())
        .remark(remarks());
  }

  private String stopped() {
    List<ProductId> products = portfolio.stop().products();
    return "%s stopping %s for a year"
        .formatted(
            portfolio.stop().exporter().alpha3(),
            products.size() == 1
                ? name(products.getFirst())
                : "the chain of " + name(products.getLast()));
  }

  private String name(ProductId id) {
    return evidence.findProduct(id).map(Product::name).orElse(id.toString());
  }

  private Result figure(Series series) {
    return Figures.of(series, "USD/year", portfolio.stop().id().id(), basis, 0);
  }

  private Cell millions(Series series) {
    return cell(figure(series.map(Reading::rounded)), 1 / MILLION, false);
  }

  private Cell share(Series series) {
    return cell(figure(series), 1, true);
  }

  private static Cell cell(Result result, double factor, boolean isShare) {
    return switch (result) {
      case Figure figure -> new Cell.Range(figure.value().times(factor), Cell.DIGITS - 1, isShare);
      case NoFigure none -> new Cell.Missing(none.why());
    };
  }

  private static Cell figure(double value) {
    return new Cell.Figure(value, Cell.DIGITS);
  }

  private static Cell cost(Candidate candidate) {
    return candidate
        .cost()
        .map(cost -> figure(cost.yearlyUsd() / MILLION))
        .orElseGet(() -> new Cell.Missing(UNKNOWN_COST));
  }

  private static Cell chance(double p) {
    return Double.isInfinite(p)
        ? new Cell.Missing("it avoids nothing")
        : p <= 0 ? new Cell.Missing("pays in calm years") : new Cell.Figure(p * PERCENT, 2);
  }

  private static Cell switching(Portfolio.Action action) {
    return action.effect() instanceof Effect.Result.Solved solved
        ? action
            .candidate()
            .cost()
            .map(cost -> chance(solved.effect().switchingChance(cost.yearlyUsd())))
            .orElseGet(() -> new Cell.Missing(UNKNOWN_COST))
        : new Cell.Missing("not solved");
  }

  private Table<Portfolio.Action> actions() {
    return Table.of(
            "actions",
            "Each action alone: what members and their users gain by it in the stop, what it costs",
            portfolio.actions())
        .words("id", "id", a -> a.candidate().id())
        .words("kind", "kind", a -> a.candidate().kind().word())
        .words("name", "action", a -> a.candidate().name())
        .words("what", "what", a -> a.candidate().what())
        .words("owner", "", a -> a.candidate().owner())
        .words("payer", "", a -> a.candidate().payer().orElse("outside the alliance"))
        .cell("gainUsdMillion", "members gain USD m", Kind.RANGE, a -> millions(a.beta()))
        .cell("usersUsdMillion", "users gain", Kind.RANGE, a -> millions(a.betaUsers()))
        .cell("calmUsdMillion", "calm years cost", Kind.RANGE, a -> millions(a.kappa()))
        .cell("costUsdMillion", "costs a year", Kind.NUMBER, a -> cost(a.candidate()))
        .cell("onceUsersUsdMillion", "", Kind.NUMBER, PortfolioTables::once)
        .cell("switchingPercent", "pays above % a year", Kind.NUMBER, PortfolioTables::switching)
        .cell("unservedShare", "goes without", Kind.RANGE, a -> share(a.unserved()));
  }

  private static Cell once(Portfolio.Action action) {
    return action
        .candidate()
        .cost()
        .map(cost -> figure(cost.onceUsersUsd() / MILLION))
        .orElseGet(() -> new Cell.Missing(UNKNOWN_COST));
  }

  private Table<Portfolio.Step> order() {
    return Table.of(
            "order",
            "The set with the least regret, each action given those above it",
            portfolio.order())
        .words("id", "id", s -> s.action().id())
        .words("name", "action", s -> s.action().name())
        .words("what", "what", s -> s.action().what())
        .figure("addedUsdMillion", "adds USD m in the stop", s -> s.added() / MILLION)
        .figure("gainUsdMillion", "all so far", s -> s.beta() / MILLION)
        .figure("costUsdMillion", "costs a year", s -> s.costUsd() / MILLION)
        .cell(
            "switchingPercent",
            "pays above % a year",
            Kind.NUMBER,
            s -> chance(s.switchingChance()));
  }

  private static String names(List<Candidate> actions) {
    return actions.isEmpty()
        ? "nothing"
        : String.join(", ", actions.stream().map(Candidate::name).toList());
  }

  private static String ids(List<Candidate> actions) {
    return actions.isEmpty()
        ? "nothing"
        : String.join(" + ", actions.stream().map(Candidate::id).toList());
  }

  private Table<Portfolio.Bundle> bundles() {
    return Table.of(
            "bundles",
            "Everything built, and less and less: what is missed least goes first",
            portfolio.bundles())
        .words("dropped", "without", b -> b.dropped().map(Candidate::id).orElse("nothing"))
        .count("actions", "plants left", b -> b.actions().size())
        .figure("gainUsdMillion", "members gain USD m in the stop", b -> b.beta() / MILLION)
        .words("left", "these", b -> ids(b.actions()));
  }

  private Table<Portfolio.Pair> pairs() {
    return Table.of("pairs", "Pairs that gain more together than alone, or less", portfolio.pairs())
        .words("one", "one", p -> p.one().id())
        .words("other", "other", p -> p.other().id())
        .figure("bothUsdMillion", "both gain USD m", p -> p.both() / MILLION)
        .figure("moreUsdMillion", "beyond the sum", p -> p.more() / MILLION);
  }

  private Table<NarrowLinks.Link> links() {
    return Table.of(
            "links",
            "Links that stay narrow with every plant built: what a little more of each would gain",
            portfolio.links())
        .product("product", "product", NarrowLinks.Link::product)
        .figure("tonnes", "t a year more", NarrowLinks.Link::tonnes)
        .figure("gainUsdMillion", "members gain USD m", l -> l.gainUsd() / MILLION)
        .words("candidates", "candidates", l -> l.hasCandidate() ? "all built" : "no candidate");
  }

  private Table<Portfolio.Choice> choices() {
    return Table.of("choices", "Sets solved whole, the best first", portfolio.choices())
        .words("set", "set", c -> ids(c.actions()))
        .figure("gainUsdMillion", "members gain USD m", c -> c.effect().beta() / MILLION)
        .figure("usersUsdMillion", "users", c -> c.effect().betaUsers() / MILLION)
        .figure("calmUsdMillion", "calm years cost", c -> c.effect().kappa() / MILLION)
        .figure("costUsdMillion", "costs a year", c -> c.costUsd() / MILLION)
        .figure(
            "valueUsdMillion",
            "worth a year",
            c -> c.effect().value(portfolio.chance(), c.costUsd()) / MILLION)
        .cell("regret2UsdMillion", "regret at 2%", Kind.NUMBER, c -> regret(c, 0))
        .cell("regret10UsdMillion", "at 10%", Kind.NUMBER, c -> regret(c, 1))
        .cell("regret30UsdMillion", "at 30%", Kind.NUMBER, c -> regret(c, 2))
        .share("unservedShare", "goes without", c -> c.effect().unserved())
        .flag("atLeast", "at least", c -> c.effect().isAtLeast());
  }

  private static Cell regret(Portfolio.Choice choice, int of) {
    double regret = choice.regrets().get(of).largestRegret();
    return Double.isFinite(regret)
        ? figure(regret / MILLION)
        : new Cell.Missing("no draw has a value");
  }

  private record Row(Portfolio.Choice choice, Portfolio.Regret regret) {}

  private Table<Row> regrets() {
    List<Row> rows = new ArrayList<>();
    portfolio.choices().forEach(c -> c.regrets().forEach(r -> rows.add(new Row(c, r))));
    return Table.of("regrets", "Sets over draws, by the chance of the stop", rows)
        .words("set", "set", r -> ids(r.choice().actions()))
        .share("chance", "chance", r -> r.regret().chance())
        .figure("meanUsdMillion", "mean", r -> r.regret().mean() / MILLION)
        .figure("worstUsdMillion", "worst", r -> r.regret().worst() / MILLION)
        .cell(
            "largestRegretUsdMillion",
            "largest regret",
            Kind.NUMBER,
            r ->
                Double.isFinite(r.regret().largestRegret())
                    ? figure(r.regret().largestRegret() / MILLION)
                    : new Cell.Missing("no draw has a value"))
        .count("draws", "draws", r -> r.regret().draws());
  }

  private Table<Portfolio.Point> frontier() {
    return Table.of("frontier", "What more capital buys", portfolio.frontier())
        .figure("budgetUsdMillion", "capital USD m", p -> p.budgetUsd() / MILLION)
        .figure("costUsdMillion", "costs a year", p -> p.costUsd() / MILLION)
        .figure("gainUsdMillion", "members gain in the stop", p -> p.beta() / MILLION)
        .words("set", "set", p -> ids(p.actions()));
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "The stop costs members USD %s m and their users %s m; %s of their use of %s goes without."
            .formatted(
                millions(portfolio.loss().members()).text(),
                read(portfolio.loss().users()),
                share(portfolio.unserved()).text(),
                name(portfolio.stop().products().getLast())));
    remarks.add(
        "Least regret at a chance of %s a year: %s."
            .formatted(percent(portfolio.chance()), names(portfolio.recommended().actions())));
    if (!portfolio.recommended().actions().equals(portfolio.bestMean().actions())) {
      remarks.add("The best mean is another set: " + names(portfolio.bestMean().actions()) + ".");
    }
    List<ProductId> orphans =
        portfolio.links().stream()
            .filter(link -> !link.hasCandidate())
            .map(NarrowLinks.Link::product)
            .toList();
    if (!orphans.isEmpty()) {
      remarks.add(
          "No candidate of the register makes %s; a tenth of members' use more of %s would add USD"
                  .formatted(
                      String.join(" or ", orphans.stream().map(this::name).toList()),
                      orphans.size() == 1 ? "it" : "each at once")
              + " "
              + figure(portfolio.linksTogether() / MILLION).text()
              + " m in the stop.");
    }
    remarks.add(
        "%d sets were solved, %d of them had no solution; estimates of sets missed by USD %s m at"
                .formatted(
                    portfolio.solved().sets(),
                    portfolio.solved().unsolved(),
                    figure(portfolio.surrogateError() / MILLION).text())
            + " most before those were solved.");
    remarks.add(
        "A floor is weighed and never chosen: what members gain by it in calm years others lose.");
    remarks.add(
        "Whoever keeps an idle plant, and what that costs, is unknown and in no figure. Definitions"
            + " and limits: docs/method/portfolio.md");
    return remarks;
  }

  private static String read(Reading reading) {
    return switch (reading) {
      case Reading.Known known -> figure(known.value() / MILLION).text();
      case Reading.Missing missing -> "unknown (" + missing.why() + ")";
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2g%%", share * PERCENT);
  }
}
