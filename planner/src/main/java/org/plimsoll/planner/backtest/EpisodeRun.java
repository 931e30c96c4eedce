package org.plimsoll.planner.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.BorderMeasure.ExportLicence;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Scenario.Horizon;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;

/** One control solved with its licences, in the central case and in draws. */
final class EpisodeRun {
  private static final double TAIL = 0.1;

  /** Up to here one-year elasticities hold; nothing measured says how they grow in between. */
  private static final int LAST_MONTH_OF_ONE_YEAR = 24;

  /** Weyl's sequence with the golden ratio: evenly spread for any count. */
  private static final double GOLDEN = 0.6180339887498949;

  private final Evidence world;
  private final Episode episode;
  private final Backtest.Settings settings;
  private final Scenario scenario;
  private final List<ControlEvent> scored;
  private final List<String> unsolved = new ArrayList<>();

  EpisodeRun(Evidence world, Episode episode, Backtest.Settings settings) {
    this.world = world;
    this.episode = episode;
    this.settings = settings;
    scored = episode.scored();
    ControlEvent first = episode.events().getFirst();
    scenario =
        new Scenario(
            "backtest-" + episode.control(),
            episode.control() + ": " + first.minerals(),
            LocalDate.parse(first.inForce() + "-01"),
            first.horizonMonths() <= LAST_MONTH_OF_ONE_YEAR ? Horizon.ONE_YEAR : Horizon.FIVE_YEAR,
            "base" + world.baseYear(),
            new Alliance("nobody", List.of()),
            false,
            false,
            List.of(),
            0,
            settings.parameters());
  }

  /** Draws and cases without a solution. */
  List<String> unsolved() {
    return List.copyOf(unsolved);
  }

  /** Given θ; none for an importer whose θ nobody knows. */
  List<Score> conditional() {
    Map<String, Double> shares = new LinkedHashMap<>();
    episode.shares().forEach(s -> shares.put(s.importer(), s.share().central()));
    if (shares.isEmpty() || scored.isEmpty()) {
      return List.of();
    }
    Optional<Answer> central = solve("central case", ParameterDraw.central(), shares);
    List<Answer> draws = draws(i -> shares);
    List<Score> scores = new ArrayList<>();
    for (int e = 0; e < scored.size(); e++) {
      int row = e;
      central
          .filter(answer -> Double.isFinite(answer.logEffects().get(row)))
          .ifPresent(answer -> scores.add(score(row, answer.logEffects().get(row), draws)));
    }
    return scores;
  }

  /** θ unknown: over its range, 0 to 1 where there is no evidence. */
  List<Score> unconditional() {
    if (scored.isEmpty()) {
      return List.of();
    }
    List<Answer> draws = draws(this::drawnShares);
    List<Score> scores = new ArrayList<>();
    for (int e = 0; e < scored.size(); e++) {
      double[] values = values(e, draws);
      if (values.length > 0) {
        scores.add(score(e, quantile(values, 0.5), draws));
      }
    }
    return scores;
  }

  private Map<String, Double> drawnShares(int draw) {
    double u = (0.5 + draw * GOLDEN) % 1;
    Map<String, Double> shares = new LinkedHashMap<>();
    episode.events().forEach(event -> shares.put(event.importer(), u));
    for (LicensedShare known : episode.shares()) {
      switch (known.basis()) {
        case EVIDENCE, NOT_NAMED -> {
          Interval range = known.share();
          shares.put(known.importer(), range.low() + u * (range.high() - range.low()));
        }
        case OBSERVED, OTHER_IMPORTERS -> {
          // Known only afterwards: drawn.
        }
      }
    }
    return shares;
  }

  /** A solved case: log effects in the order of the scored events, and which are at a ceiling. */
  private record Answer(List<Double> logEffects, List<Boolean> atCeiling) {}

  private interface SharesOfDraw {
    Map<String, Double> of(int draw);
  }

  private List<Answer> draws(SharesOfDraw shares) {
    List<Optional<Answer>> answers =
        IntStream.range(0, settings.draws())
            .parallel()
            .mapToObj(i -> solve("draw " + i, ParameterDraw.of(settings.seed(), i), shares.of(i)))
            .toList();
    return answers.stream().flatMap(Optional::stream).toList();
  }

  private Optional<Answer> solve(String name, ParameterDraw draw, Map<String, Double> shares) {
    MeasuredImports imports = new MeasuredImports(world, episode.origin());
    List<ProductId> products = episode.events().getFirst().measured();
    for (ProductId product : products) {
      if (!imports.has(product)) {
        Market market = Market.ofChain(world, scenario, draw, product);
        Market licensed = market.with(licences(market, shares));
        switch (Answers.once(licensed)) {
          case Outcome.Converged converged ->
              imports.add(market.listProducts(), market.base(), converged.equilibrium());
          case Outcome.NotConverged not -> {
            note(name + " did not converge at " + not.product() + " in " + not.country());
            return Optional.empty();
          }
          case Outcome.Infeasible none -> {
            note(name + ": no price clears " + none.product() + " in " + none.country());
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(
        new Answer(
            scored.stream().map(imports::logEffect).toList(),
            scored.stream().map(imports::isAtCeiling).toList()));
  }

  private synchronized void note(String reason) {
    unsolved.add(episode.control() + ", months " + episode.months() + ": " + reason);
  }

  /**
   * One licence for each importer whose θ is known, and one for all others, if they are restricted.
   */
  private List<Measure> licences(Market market, Map<String, Double> shares) {
    List<ProductId> products =
        episode.events().getFirst().restricted().stream()
            .filter(market.listProducts()::contains)
            .toList();
    if (products.isEmpty()) {
      return List.of();
    }
    List<Measure> licences = new ArrayList<>();
    shares.forEach((importer, share) -> {
      if (!isFree(importer)) {
        licences.add(licence(importer, products, Parties.of(importer), share));
      }
    });
    OptionalDouble atOthers = othersShare(market, products, shares);
    if (atOthers.isEmpty()) {
      return licences;
    }
    String[] others =
        products.stream()
            .flatMap(p -> market.base().listCountries(p).stream())
            .filter(c -> !shares.containsKey(world.customsTerritoryOf(c)))
            .filter(c -> !c.equals(episode.origin()))
            .map(CountryCode::alpha3)
            .distinct()
            .sorted()
            .toArray(String[]::new);
    if (others.length > 0) {
      licences.add(licence("others", products, Parties.of(others), atOthers.getAsDouble()));
    }
    return licences;
  }

  /** A licence for the whole of base trade would still bar new routes. */
  private boolean isFree(String importer) {
    return episode
        .findShare(importer)
        .filter(share -> share.basis() == LicensedShare.Basis.NOT_NAMED)
        .isPresent();
  }

  /**
   * θ where no row tells: as the table says of all others, else the mean of the importers under
   * licence, by their imports from the origin; empty, and no restriction, if only bans are known.
   */
  private OptionalDouble othersShare(
      Market market, List<ProductId> products, Map<String, Double> shares) {
    if (episode.othersShare().isPresent()) {
      return episode.othersShare();
    }
    Map<String, Double> licensed = new LinkedHashMap<>(shares);
    licensed
        .keySet()
        .removeIf(name ->
            isFree(name) || episode.findShare(name).map(LicensedShare::isBan).orElse(false));
    return licensed.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(meanShare(market, products, licensed));
  }

  private double meanShare(Market market, List<ProductId> products, Map<String, Double> shares) {
    double sum = 0;
    double weight = 0;
    for (Map.Entry<String, Double> share : shares.entrySet()) {
      double tonnes = 0;
      for (ProductId product : products) {
        for (CountryCode to : market.base().listCountries(product)) {
          tonnes +=
              world.customsTerritoryOf(to).equals(share.getKey())
                  ? market.base().flow(product, episode.origin(), to)
                  : 0;
        }
      }
      sum += share.getValue() * tonnes;
      weight += tonnes;
    }
    return weight > 0
        ? Math.min(1, sum / weight)
        : shares.values().stream().mapToDouble(s -> s).average().orElse(1);
  }

  private ExportLicence licence(String name, List<ProductId> products, Parties to, double share) {
    return new ExportLicence(
        new Terms(
            episode.control() + "-" + name,
            products,
            Parties.of(episode.origin().alpha3()),
            to,
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.REPORTED,
            episode.control()),
        Interval.exactly(share));
  }

  private Score score(int row, double central, List<Answer> draws) {
    double[] values = values(row, draws);
    double low = values.length > 0 ? quantile(values, TAIL) : central;
    double high = values.length > 0 ? quantile(values, 1 - TAIL) : central;
    long ceilings = draws.stream().filter(a -> a.atCeiling().get(row)).count();
    return new Score(
        scored.get(row),
        new Interval(Math.min(low, central), central, Math.max(high, central)),
        episode.isFitted(),
        draws.isEmpty() ? 0 : (double) ceilings / draws.size(),
        values.length);
  }

  private static double[] values(int row, List<Answer> draws) {
    return draws.stream()
        .mapToDouble(a -> a.logEffects().get(row))
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  /** Linear interpolation between order statistics. */
  private static double quantile(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    double weight = position - below;
    return sorted[below] * (1 - weight) + sorted[above] * weight;
  }
}
