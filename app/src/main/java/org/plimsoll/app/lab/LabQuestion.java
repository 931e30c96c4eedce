package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.world.Market;

/**
 * A state in the central case, chain by chain, before anything is solved.
 *
 * @param on the product asked for
 * @param asked what the state asks
 * @param extended the scenario without levers, against which gains count
 * @param allied the same with the partners in the alliance
 * @param market with the levers on it
 * @param chains the first product of each chain that levers move, and of that of the product
 * @param members of the alliance with its partners
 * @param others countries that neither are members nor hold the product back
 */
record LabQuestion(
    ProductId on,
    LabCase asked,
    LabMarkets.Ground extended,
    LabMarkets.Ground allied,
    Market market,
    List<ProductId> chains,
    SortedSet<CountryCode> members,
    SortedSet<CountryCode> others) {
  static LabQuestion of(LabState state, LabMarkets markets) {
    LabCase asked = LabCase.of(state, markets.words());
    LabMarkets.Ground extended = markets.ground(asked.extended());
    LabMarkets.Ground allied = asked.hasPartners() ? markets.ground(asked.allied()) : extended;
    Market market = markets.market(asked, allied);
    List<ProductId> chains = new ArrayList<>(market.listChainsUnlike(extended.market()));
    boolean isThere =
        chains.stream().anyMatch(chain -> market.listChain(chain).contains(state.on()));
    if (!isThere && market.listProducts().contains(state.on())) {
      chains.add(market.listChain(state.on()).getFirst());
    }
    Scenario scenario = asked.scenario().withMeasures(market.listMeasures());
    return new LabQuestion(
        state.on(),
        asked,
        extended,
        allied,
        market,
        chains,
        markets.words().members(scenario),
        markets.words().sides(state.on(), scenario, market.base()).thirdCountries());
  }

  /** What the members gain, USD a year. */
  double gainUsd(Equilibrium after, Equilibrium before) {
    return after.welfare(before).countries().stream()
        .filter(w -> members.contains(w.country()))
        .mapToDouble(CountryWelfare::total)
        .sum();
  }

  /** Whether some of what the members lose is not counted: use has met the assumed ceiling. */
  boolean isGainAtMost(Equilibrium after, Equilibrium before) {
    return after.welfare(before).countries().stream()
        .anyMatch(w -> members.contains(w.country()) && w.atLeast());
  }

  /** Why there is no market, in a few words. */
  static String why(Outcome.Failure failure) {
    return switch (failure) {
      case Outcome.NotConverged not ->
          "not converged at %s in %s".formatted(not.product(), not.country().id());
      case Outcome.Infeasible none ->
          "no price clears %s in %s".formatted(none.product(), none.country().id());
    };
  }
}
