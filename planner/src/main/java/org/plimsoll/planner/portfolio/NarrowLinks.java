package org.plimsoll.planner.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;

/**
 * Complements of a chain. From all candidates at once, that which is missed least is dropped again
 * and again: what is left at each step is a bundle, so that stages which are worth something only
 * together stay together. With everything built, a little more capacity of each stage says which
 * links no candidate mends.
 */
public final class NarrowLinks {
  /** More capacity of a stage, as a share of what members use of it. */
  static final double PROBE = 0.1;

  /** A gain below this share of the stop's loss is no narrow link. */
  private static final double MATTERS = 0.01;

  private final SolvedSets sets;
  private final Bloc bloc;
  private final Equilibrium base;

  /**
   * @param base the base year, which says who makes and uses what
   */
  NarrowLinks(SolvedSets sets, Bloc bloc, Equilibrium base) {
    this.sets = sets;
    this.bloc = bloc;
    this.base = base;
  }

  /**
   * A set and what members gain by it in the stop.
   *
   * @param dropped candidate that the next larger set has beside; empty for the largest
   */
  record Bundle(long set, double beta, Optional<Candidate> dropped) {}

  /** From all of these down to one, by exact solutions; sets without one are passed over. */
  List<Bundle> bundles(long all) {
    List<Bundle> bundles = new ArrayList<>();
    long set = all;
    beta(set).ifPresent(beta -> bundles.add(new Bundle(all, beta, Optional.empty())));
    while (Long.bitCount(set) > 1) {
      List<Long> smaller = new ArrayList<>();
      for (long rest = set; rest != 0; rest &= rest - 1) {
        smaller.add(set & ~Long.lowestOneBit(rest));
      }
      sets.effects("bundles", smaller);
      Optional<Long> best =
          smaller.stream()
              .filter(s -> beta(s).isPresent())
              .max(
                  Comparator.comparingDouble((Long s) -> beta(s).orElseThrow())
                      .thenComparing(Comparator.reverseOrder()));
      if (best.isEmpty()) {
        return bundles;
      }
      long gone = set & ~best.get();
      bundles.add(
          new Bundle(
              best.get(),
              beta(best.get()).orElseThrow(),
              Optional.of(sets.members(gone).getFirst())));
      set = best.get();
    }
    return bundles;
  }

  private Optional<Double> beta(long set) {
    return sets.effect(set) instanceof Effect.Result.Solved solved
        ? Optional.of(solved.effect().beta())
        : Optional.empty();
  }

  /**
   * A stage of which a little more would help, whatever is built.
   *
   * @param tonnes a year more of it
   * @param gainUsd what members gain by that in the stop beyond calm years, everything built
   * @param hasCandidate whether any candidate makes it
   */
  public record Link(ProductId product, double tonnes, double gainUsd, boolean hasCandidate) {}

  /**
   * Links that stay narrow with a set built, the narrowest first.
   *
   * @param lossUsd of members in the stop
   */
  List<Link> links(long built, List<ProductId> chain, double lossUsd) {
    List<Link> links = new ArrayList<>();
    for (ProductId product : chain) {
      probe(product)
          .ifPresent(probe -> {
            double gain = gain(built, List.of(probe));
            if (gain > MATTERS * lossUsd) {
              links.add(
                  new Link(
                      product,
                      tonnes(probe),
                      gain,
                      sets.candidates().stream().anyMatch(each -> makes(each, product))));
            }
          });
    }
    links.sort(Comparator.comparingDouble((Link link) -> -link.gainUsd()));
    return links;
  }

  /** What members gain in the stop if these stages have a little more at once. */
  double gainTogether(long built, List<ProductId> products) {
    return gain(built, products.stream().flatMap(product -> probe(product).stream()).toList());
  }

  /** What probes gain in the stop beyond what they gain in a calm year. */
  private double gain(long built, List<? extends Measure> probes) {
    Reading inStop = change(sets.stopped(built, probes), sets.stopped(built, List.of()));
    Reading inCalm = change(sets.calm(built, probes), sets.calm(built, List.of()));
    return inStop.minus(inCalm) instanceof Reading.Known gain ? gain.value() : 0;
  }

  private Reading change(Question with, Question without) {
    return sets.surplus(with).minus(sets.surplus(without));
  }

  private static double tonnes(SupplyMeasure.CapacityChange probe) {
    return probe.change().figure().central();
  }

  static boolean makes(Candidate candidate, ProductId product) {
    return candidate.standing().stream()
        .anyMatch(measure ->
            measure instanceof SupplyMeasure.CapacityChange
                && measure.terms().products().contains(product));
  }

  /** More capacity where members make most of it, else where they use most; none without use. */
  private Optional<SupplyMeasure.CapacityChange> probe(ProductId product) {
    double use =
        bloc.countries().stream()
            .mapToDouble(c -> base.use(product, c) + base.inputUse(product, c))
            .sum();
    Optional<CountryCode> place =
        bloc.countries().stream()
            .filter(c -> base.listCountries(product).contains(c))
            .max(
                Comparator.comparingDouble((CountryCode c) -> base.output(product, c))
                    .thenComparingDouble(c -> base.use(product, c) + base.inputUse(product, c))
                    .thenComparing(Comparator.reverseOrder()));
    return use > 0
        ? place.map(country ->
            new SupplyMeasure.CapacityChange(
                Terms.of(
                    "more-" + product.commodity() + "-" + product.stage(),
                    List.of(product),
                    Parties.of(country.alpha3()),
                    Parties.UNNAMED,
                    Status.ASSUMED,
                    "portfolio"),
                Interval.exactly(PROBE * use)))
        : Optional.empty();
  }
}
