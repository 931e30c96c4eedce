package org.plimsoll.planner.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.policy.ControlEvent.Effect;
import org.plimsoll.model.policy.ControlEvent.Months;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.backtest.LicensedShare.Basis;

/**
 * The effects of one control over one span of months, at every importer where they were measured.
 *
 * @param control identifier
 * @param origin who restricts
 * @param months span of the effects
 * @param events at least one
 * @param shares θ by importer, in the order of the events, then of bans that other rows of the
 *     control name; none if nobody measured it
 * @param othersShare θ at every other destination, if a row of the control gives it
 */
record Episode(
    String control,
    CountryCode origin,
    Months months,
    List<ControlEvent> events,
    List<LicensedShare> shares,
    OptionalDouble othersShare) {
  Episode {
    events = List.copyOf(events);
    shares = List.copyOf(shares);
  }

  /** Events by control and span, in file order. */
  static List<Episode> of(Evidence world, List<ControlEvent> events) {
    Map<List<Object>, List<ControlEvent>> groups = new LinkedHashMap<>();
    for (ControlEvent event : events) {
      groups
          .computeIfAbsent(List.of(event.control(), event.months()), k -> new ArrayList<>())
          .add(event);
    }
    List<Episode> episodes = new ArrayList<>();
    for (List<ControlEvent> group : groups.values()) {
      ControlEvent first = group.getFirst();
      List<ControlEvent> ofControl =
          events.stream().filter(e -> e.control().equals(first.control())).toList();
      CountryCode origin = origin(world, ofControl);
      for (ControlEvent event : group) {
        if (event.importer().equals(world.customsTerritoryOf(origin))) {
          throw new IllegalArgumentException(
              "%s: %s restricts its exports, so %s is no importer of them"
                      .formatted(event.place(), origin, event.importer())
                  + "\nMaybe exchange importer and origin");
        }
      }
      episodes.add(
          new Episode(
              first.control(),
              origin,
              first.months(),
              group,
              shares(world, group, ofControl),
              othersShare(ofControl)));
    }
    return episodes;
  }

  /** As a row names it; else the issuer of the register's control of that month and product. */
  private static CountryCode origin(Evidence world, List<ControlEvent> ofControl) {
    Optional<CountryCode> named = ofControl.stream().flatMap(e -> e.origin().stream()).findFirst();
    ControlEvent first = ofControl.getFirst();
    return named
        .or(() ->
            world.exportControls().stream()
                .filter(control -> control.effective().startsWith(first.inForce()))
                .flatMap(control -> control.effects().stream())
                .filter(effect -> effect.products().stream().anyMatch(first.restricted()::contains))
                .map(Episode::onlyParty)
                .flatMap(Optional::stream)
                .findFirst())
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s: nothing says which country restricts %s under %s"
                        .formatted(first.place(), first.minerals(), first.control())
                    + "\nMaybe add a column origin with its code, or the row of imports from it"));
  }

  private static Optional<CountryCode> onlyParty(ExportControl.Effect effect) {
    return effect.from().ids().size() == 1 && effect.from().ids().getFirst().length() == 3
        ? Optional.of(CountryCode.of(effect.from().ids().getFirst()))
        : Optional.empty();
  }

  private static OptionalDouble othersShare(List<ControlEvent> ofControl) {
    return ofControl.stream()
        .map(ControlEvent::othersShare)
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  private static List<LicensedShare> shares(
      Evidence world, List<ControlEvent> group, List<ControlEvent> ofControl) {
    Map<String, LicensedShare> known = new LinkedHashMap<>();
    Set<String> importers = new LinkedHashSet<>();
    group.forEach(event -> importers.add(event.importer()));
    ofControl.stream().filter(Episode::isBan).forEach(event -> importers.add(event.importer()));
    for (String importer : importers) {
      share(importer, group, ofControl).ifPresent(share -> known.put(importer, share));
    }
    Map<String, LicensedShare> licensed = new LinkedHashMap<>(known);
    licensed.values().removeIf(LicensedShare::isBan);
    OptionalDouble mean = mean(world, group.getFirst(), licensed);
    OptionalDouble others = othersShare(ofControl);
    List<LicensedShare> shares = new ArrayList<>();
    for (String importer : importers) {
      @Nullable LicensedShare measured = known.get(importer);
      if (measured != null) {
        shares.add(measured);
      } else if (others.isPresent()) {
        shares.add(
            assumed(importer, group, others.getAsDouble(), Basis.EVIDENCE, "column theta_others"));
      } else if (mean.isPresent()) {
        String source = "mean of " + String.join(", ", licensed.keySet());
        shares.add(assumed(importer, group, mean.getAsDouble(), Basis.OTHER_IMPORTERS, source));
      } else if (!known.isEmpty()) {
        String source = "banned: " + String.join(", ", known.keySet());
        shares.add(assumed(importer, group, 1, Basis.NOT_NAMED, source));
      }
    }
    return shares;
  }

  private static LicensedShare assumed(
      String importer, List<ControlEvent> group, double share, Basis basis, String source) {
    ControlEvent first = group.getFirst();
    return new LicensedShare(
        first.control(), importer, first.months(), Interval.exactly(share), basis, source);
  }

  private static boolean isBan(ControlEvent event) {
    return event.licensedShare().map(share -> share.high() == 0).orElse(false);
  }

  private static Optional<LicensedShare> share(
      String importer, List<ControlEvent> group, List<ControlEvent> ofControl) {
    ControlEvent first = group.getFirst();
    Optional<LicensedShare> evidence =
        ofControl.stream()
            .filter(e -> e.importer().equals(importer) && e.licensedShare().isPresent())
            .findFirst()
            .map(e ->
                new LicensedShare(
                    e.control(),
                    importer,
                    first.months(),
                    e.licensedShare().orElseThrow(),
                    Basis.EVIDENCE,
                    e.shareSource()));
    return evidence.or(() ->
        fallAt(importer, group)
            .or(() -> fallAt(importer, ofControl))
            .map(e ->
                new LicensedShare(
                    e.control(),
                    importer,
                    first.months(),
                    fall(e),
                    Basis.OBSERVED,
                    "line %d, months %s".formatted(e.place().line(), e.months()))));
  }

  /** The volume from the origin, in the latest span of months. */
  private static Optional<ControlEvent> fallAt(String importer, List<ControlEvent> events) {
    return events.stream()
        .filter(e -> e.importer().equals(importer) && e.effect() == Effect.ORIGIN_VOLUME)
        .max(Comparator.comparingInt(e -> e.months().last()));
  }

  /** A licence cannot raise trade: a rise is θ = 1. */
  private static Interval fall(ControlEvent event) {
    double spread = Score.NORMAL_95 * event.standardError().orElse(0);
    return new Interval(
        Math.min(1, StrictMath.exp(event.logEffect() - spread)),
        Math.min(1, StrictMath.exp(event.logEffect())),
        Math.min(1, StrictMath.exp(event.logEffect() + spread)));
  }

  /** By the importers' base use of the measured products; empty if none is known. */
  private static OptionalDouble mean(
      Evidence world, ControlEvent event, Map<String, LicensedShare> known) {
    Map<String, Double> weights = new TreeMap<>();
    for (String importer : known.keySet()) {
      weights.put(importer, baseUse(world, importer, event.measured()));
    }
    return weightedMean(known, weights);
  }

  private static double baseUse(Evidence world, String importer, List<ProductId> products) {
    MaterialBalance balance = MaterialBalance.ofBaseYear(world);
    double tonnes = 0;
    for (ProductId product : products) {
      tonnes += balance.importedTonnes(product, c -> world.customsTerritoryOf(c).equals(importer));
    }
    return tonnes;
  }

  private static OptionalDouble weightedMean(
      Map<String, LicensedShare> known, Map<String, Double> weights) {
    double sum = 0;
    double weight = 0;
    for (Map.Entry<String, LicensedShare> entry : known.entrySet()) {
      double w = weights.getOrDefault(entry.getKey(), 0.0);
      sum += w * entry.getValue().share().central();
      weight += w;
    }
    return weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
  }

  /** θ at an importer, if it is known. */
  Optional<LicensedShare> findShare(String importer) {
    return shares.stream().filter(s -> s.importer().equals(importer)).findFirst();
  }

  /**
   * Whether parameters may be fitted to it: the gallium and germanium licences of 2023 and the
   * antimony licences of 2024. All else is held out.
   */
  boolean isFitted() {
    ControlEvent first = events.getFirst();
    List<String> fitted =
        switch (first.inForce().substring(0, 4)) {
          case "2023" -> List.of("gallium", "germanium");
          case "2024" -> List.of("antimony");
          default -> List.of();
        };
    return first.measured().stream().map(ProductId::commodity).allMatch(fitted::contains);
  }

  /** What is held against the model: not the volume that gave θ. */
  List<ControlEvent> scored() {
    return events.stream()
        .filter(e ->
            e.effect() != Effect.ORIGIN_VOLUME
                || findShare(e.importer()).map(s -> s.basis() == Basis.EVIDENCE).orElse(false))
        .toList();
  }
}
