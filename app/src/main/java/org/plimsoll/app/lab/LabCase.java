package org.plimsoll.app.lab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.BorderMeasure.GapGoesTo;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * What a state asks: the scenario as it stands, and the same with the levers on it. A lever takes
 * the place of the scenario's own measure of its kind on the same product and between the same
 * parties; everything else stands, controls in force too.
 *
 * @param extended the scenario at the state's horizon and prices, against which gains count
 * @param allied the same with the partners in the alliance
 * @param kept the scenario's measures whose place no lever takes
 * @param levers the measures of the levers, then those in words
 * @param remarks levers that change nothing, and why
 */
public record LabCase(
    Scenario extended,
    Scenario allied,
    List<Measure> kept,
    List<Measure> levers,
    List<String> remarks) {
  /** How the ids of levers begin. */
  static final String LEVER = "lab-";

  private static final String NAME = "lab";
  private static final String SOURCE = "a lever of the Lab";
  private static final double KG_PER_TONNE = 1_000;

  public LabCase {
    kept = List.copyOf(kept);
    levers = List.copyOf(levers);
    remarks = List.copyOf(remarks);
  }

  /** The id of a lever's measure. */
  static String id(String lever, ProductId product) {
    return LEVER + lever + "-" + product.commodity() + "-" + product.stage();
  }

  /** The case of a state that was read with these words. */
  public static LabCase of(LabState state, LabWords words) {
    return new Levers(state, words).laid();
  }

  /** The whole as a scenario. */
  public Scenario scenario() {
    return allied
        .withMeasures(Stream.concat(kept.stream(), levers.stream()).toList())
        .withName(NAME, levers.isEmpty() ? allied.title() : allied.title() + ", with levers");
  }

  /** The same as the text of a scenario file. */
  public String yaml() {
    return ScenarioFile.print(scenario());
  }

  /** Whether the scenario stands as it is. */
  boolean isBare() {
    return levers.isEmpty() && kept.equals(extended.measures()) && !hasPartners();
  }

  boolean hasPartners() {
    return !allied.alliance().equals(extended.alliance());
  }

  private static Scenario extended(LabState state, LabWords words) {
    Scenario scenario = words.scenario(state);
    return scenario
        .withHorizon(state.horizon().orElse(scenario.horizon()))
        .withPriceVintage(state.vintage().orElse(scenario.priceVintage()));
  }

  /** The scenario of a state with the partners in its alliance. */
  static Scenario allied(LabState state, LabWords words) {
    Scenario extended = extended(state, words);
    if (state.partners().isEmpty()) {
      return extended;
    }
    List<Alliance.Member> members = new ArrayList<>(extended.alliance().members());
    members.removeIf(member -> state.partners().contains(member.party()));
    state
        .partners()
        .forEach(partner ->
            members.add(new Alliance.Member(partner, extended.asOf(), Optional.empty())));
    return extended.withAlliance(new Alliance(extended.alliance().id(), members));
  }

  /** The same measure of other terms, where it is of a kind that a lever can be. */
  static Measure on(Measure measure, Terms terms) {
    return switch (measure) {
      case BorderMeasure.PriceFloor floor ->
          new BorderMeasure.PriceFloor(
              terms, floor.usdPerTonne(), floor.boundUsdPerTonne(), floor.gapGoesTo());
      case BorderMeasure.ExportBan ban ->
          new BorderMeasure.ExportBan(terms, ban.leakage(), ban.endUser());
      case BorderMeasure.ExportLicence licence ->
          new BorderMeasure.ExportLicence(
              terms, licence.share(), licence.leakage(), licence.endUser());
      case BorderMeasure.ExportQuota quota ->
          new BorderMeasure.ExportQuota(
              terms, quota.tonnesPerYear(), quota.leakage(), quota.endUser());
      case SupplyMeasure.CapacityChange change ->
          new SupplyMeasure.CapacityChange(terms, change.change());
      case StockMeasure.StockRelease release ->
          new StockMeasure.StockRelease(terms, release.tonnes(), release.triggerUsdPerTonne());
      case BorderMeasure _, SupplyMeasure _, StockMeasure _ -> measure;
      case org.plimsoll.model.policy.DemandMeasure _ -> measure;
    };
  }

  /** Lays levers on a scenario, one after another. */
  private static final class Levers {
    private final LabState state;
    private final LabWords words;
    private final Scenario extended;
    private final Scenario allied;
    private final Parties alliance;
    private List<Measure> kept;
    private final List<Measure> levers = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Levers(LabState state, LabWords words) {
      this.state = state;
      this.words = words;
      extended = LabCase.extended(state, words);
      allied = LabCase.allied(state, words);
      alliance = Parties.of(allied.alliance().id());
      kept = new ArrayList<>(extended.measures());
    }

    LabCase laid() {
      SortedSet<ProductId> floored = new TreeSet<>(state.floors().keySet());
      floored.addAll(state.gaps().keySet());
      floored.forEach(this::layFloor);
      state.kept().forEach(this::layLicence);
      state.built().forEach(this::build);
      state.released().forEach(this::release);
      levers.addAll(LabText.measures(state, words).value());
      return new LabCase(extended, allied, kept, levers, remarks);
    }

    private Terms terms(String id, ProductId product, Parties from, Parties to, Parties exempt) {
      return new Terms(
          id(id, product),
          List.of(product),
          from,
          to,
          exempt,
          Optional.empty(),
          Optional.empty(),
          Status.ASSUMED,
          SOURCE);
    }

    private void layFloor(ProductId product) {
      Optional<BorderMeasure.PriceFloor> own =
          takeOut(BorderMeasure.PriceFloor.class, product, Parties.UNNAMED, alliance);
      Optional<Interval> price =
          Optional.ofNullable(state.floors().get(product))
              .map(usd -> Interval.exactly(usd * KG_PER_TONNE))
              .or(() -> own.map(BorderMeasure.PriceFloor::usdPerTonne));
      if (price.isEmpty()) {
        remarks.add(
            "There is no floor on %s whose gap could go to anybody; set floor.%s."
                .formatted(product, product));
      } else if (price.get().high() > 0) {
        levers.add(
            new BorderMeasure.PriceFloor(
                terms("floor", product, Parties.UNNAMED, alliance, alliance),
                price.get(),
                own.flatMap(BorderMeasure.PriceFloor::boundUsdPerTonne),
                Optional.ofNullable(state.gaps().get(product))
                    .or(() -> own.map(BorderMeasure.PriceFloor::gapGoesTo))
                    .orElse(GapGoesTo.IMPORTER)));
      }
    }

    private void layLicence(LabState.Exports trade, double share) {
      Parties by = Parties.of(trade.by());
      Parties to = trade.to().map(Parties::of).orElse(alliance);
      takeOut(BorderMeasure.ExportRestriction.class, trade.product(), by, to);
      Terms terms = terms("keep-" + trade.route(), trade.product(), by, to, Parties.UNNAMED);
      if (share == 0) {
        levers.add(new BorderMeasure.ExportBan(terms));
      } else if (share < 1) {
        levers.add(new BorderMeasure.ExportLicence(terms, Interval.exactly(share)));
      }
    }

    /**
     * Takes the scenario's own measure of a kind on a product out, if there is one between the same
     * parties; its other products keep it.
     */
    private <M extends BorderMeasure> Optional<M> takeOut(
        Class<M> kind, ProductId product, Parties from, Parties to) {
      Optional<M> found = Optional.empty();
      List<Measure> rest = new ArrayList<>();
      for (Measure measure : kept) {
        Terms terms = measure.terms();
        if (kind.isInstance(measure)
            && terms.products().contains(product)
            && terms.from().equals(from)
            && terms.to().equals(to)) {
          found = found.or(() -> Optional.of(kind.cast(measure)));
          List<ProductId> others =
              terms.products().stream().filter(p -> !p.equals(product)).toList();
          if (!others.isEmpty()) {
            rest.add(on(measure, terms.withProducts(others)));
          }
        } else {
          rest.add(measure);
        }
      }
      kept = rest;
      return found;
    }

    private void build(String row, Optional<Integer> year) {
      Project project = words.projects().get(row);
      if (project == null) {
        return;
      }
      LocalDate end = extended.asOf().plusMonths(Math.round(extended.horizon().months()));
      if (year.isPresent() && end.isBefore(LocalDate.of(year.get(), 1, 1))) {
        remarks.add(
            "%s stands from %d, but markets adjust until %s: it changes nothing. Maybe h=5y."
                .formatted(row, year.get(), end));
        return;
      }
      levers.add(
          new SupplyMeasure.CapacityChange(
              Terms.of(
                  LEVER + "build-" + row,
                  List.of(project.product().orElseThrow()),
                  Parties.of(project.country().orElseThrow().alpha3()),
                  Parties.UNNAMED,
                  Status.REPORTED,
                  row),
              Interval.exactly(project.capacityTonnesPerYear().orElseThrow())));
    }

    private void release(ProductId product, double tonnes) {
      if (tonnes > 0) {
        levers.add(
            new StockMeasure.StockRelease(
                terms("release", product, Parties.UNNAMED, alliance, Parties.UNNAMED),
                Interval.exactly(tonnes)));
      }
    }
  }
}
