package org.plimsoll.planner.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure.GapGoesTo;
import org.plimsoll.model.policy.BorderMeasure.PriceFloor;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure.CapacityChange;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.NewCapacity;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.outlook.GrowthPath;
import org.plimsoll.planner.outlook.Outlook;
import org.plimsoll.planner.study.ChainRows;

/**
 * What makers of a product are paid year by year while a plant is built and runs: the outlook of
 * its chain, with its capacity put there whether prices would have had it built or not.
 */
public final class ReceivedPrices {
  private static final String SOURCE = "finance";

  private final Evidence evidence;
  private final Scenario scenario;
  private final Plant plant;
  private final int lastYear;

  /** Measures other than the plant and floors on its product. */
  private final List<Measure> others = new ArrayList<>();

  private final List<Measure> ownFloors = new ArrayList<>();
  private final List<Measure> built = new ArrayList<>();

  /**
   * A plant in the market.
   *
   * @param product solved
   * @param startYear the first with output
   * @param tonnes by year from the start on; the last of them in all later years
   */
  public record Plant(
      String id, ProductId product, CountryCode country, int startYear, List<Double> tonnes) {
    public Plant {
      tonnes = List.copyOf(tonnes);
    }
  }

  /**
   * A floor at the alliance's border instead of those that the scenario has on the product.
   *
   * @param usdPerTonne 0 for no floor
   * @param exempt partners beside the members to whose goods it does not apply
   */
  public record Floor(double usdPerTonne, List<String> exempt) {
    public Floor {
      exempt = List.copyOf(exempt);
    }
  }

  /**
   * Prepares the question.
   *
   * @param today the scenario with what is in force
   * @param lastYear up to which the market is solved
   */
  public ReceivedPrices(Evidence evidence, StatusQuo today, Plant plant, int lastYear) {
    this.evidence =
        evidence.with(world ->
            world.projects =
                evidence.projects().stream().filter(p -> !p.id().equals(plant.id())).toList());
    scenario = today.withShifts();
    this.plant = plant;
    this.lastYear = lastYear;
    for (Measure measure : scenario.measures()) {
      boolean isFloor =
          measure instanceof PriceFloor
              && measure.terms().products().equals(List.of(plant.product()));
      (isFloor ? ownFloors : others).add(measure);
    }
    for (int i = 0; i < plant.tonnes().size(); i++) {
      built.add(capacity(i));
    }
  }

  private Measure capacity(int index) {
    int year = plant.startYear() + index;
    boolean isLast = index == plant.tonnes().size() - 1;
    Terms terms =
        new Terms(
            SOURCE + "-" + plant.id() + "-" + year,
            List.of(plant.product()),
            Parties.of(plant.country().alpha3()),
            Parties.UNNAMED,
            Parties.UNNAMED,
            Optional.of(LocalDate.of(year, 1, 1)),
            isLast ? Optional.empty() : Optional.of(LocalDate.of(year + 1, 1, 1)),
            Status.ASSUMED,
            SOURCE);
    return new CapacityChange(terms, Interval.exactly(plant.tonnes().get(index)));
  }

  /**
   * What is paid in a year.
   *
   * @param byCountry what makers of each country are paid, USD a tonne
   * @param place where the plant acts: its country, or the rest of its customs territory
   * @param madeTonnes what the plant makes at these prices; 0 before it stands
   * @param idle why it makes nothing; empty if it runs, or does not stand yet
   */
  public record Year(
      SortedMap<CountryCode, Double> byCountry, CountryCode place, double madeTonnes, String idle) {
    public Year {
      byCountry = Collections.unmodifiableSortedMap(new TreeMap<>(byCountry));
    }

    /** What the plant is paid, USD a tonne; empty if nothing is made or sold where it acts. */
    public OptionalDouble ownUsdPerTonne() {
      return find(place);
    }

    /** What makers of a country are paid, USD a tonne; empty if nobody makes or buys it there. */
    public OptionalDouble find(CountryCode country) {
      return byCountry.containsKey(country)
          ? OptionalDouble.of(byCountry.get(country))
          : OptionalDouble.empty();
    }
  }

  /**
   * Prices by year.
   *
   * @param floor instead of the scenario's own; these stand if empty
   * @throws IllegalStateException if a year has no solution; the message names it and what to try
   */
  public SortedMap<Integer, Year> byYear(Optional<Floor> floor) {
    List<Measure> measures = new ArrayList<>(others);
    measures.addAll(built);
    if (floor.isEmpty()) {
      measures.addAll(ownFloors);
    }
    floor.filter(f -> f.usdPerTonne() > 0).ifPresent(f -> measures.add(measure(f)));
    Scenario whole = scenario.withMeasures(measures);
    ParameterDraw draw = ParameterDraw.central();
    Outlook outlook =
        Outlook.ofChain(
            plant.product(),
            evidence,
            whole,
            draw,
            GrowthPath.of(evidence.inUse().growth(), evidence.baseYear(), GrowthPath.USUAL, draw),
            date -> Planner.measuresOn(date, evidence, whole),
            lastYear);
    SortedMap<Integer, Year> paid = new TreeMap<>();
    outlook.years().forEach(year -> paid.put(year.year(), year(year)));
    return paid;
  }

  private Year year(Outlook.Year year) {
    CountryCode place = plant.country();
    double made = 0;
    String idle = "";
    for (NewCapacity added : year.added()) {
      boolean isOurs = built.stream().anyMatch(measure -> measure.id().equals(added.measure()));
      if (isOurs && added.product().equals(plant.product())) {
        place = added.place() instanceof CountryCode country ? country : place;
        made += added.tonnes();
        idle = FindingWords.whyIdle(evidence, added);
      }
    }
    return new Year(year.getProduct(plant.product()).makerUsdPerTonne(), place, made, idle);
  }

  private Measure measure(Floor floor) {
    String alliance = scenario.alliance().id();
    List<String> exempt = new ArrayList<>(List.of(alliance));
    exempt.addAll(floor.exempt());
    return new PriceFloor(
        new Terms(
            SOURCE + "-floor",
            List.of(plant.product()),
            Parties.UNNAMED,
            Parties.of(alliance),
            new Parties(exempt),
            Optional.empty(),
            Optional.empty(),
            Status.PROPOSED,
            SOURCE),
        Interval.exactly(floor.usdPerTonne()),
        Optional.empty(),
        GapGoesTo.IMPORTER);
  }

  /** The floor that the scenario has on the product on its date; empty if there is none. */
  public OptionalDouble ownFloorUsdPerTonne() {
    return ownFloors.stream()
        .filter(floor -> floor.terms().isInForceOn(scenario.asOf()))
        .mapToDouble(floor -> ((PriceFloor) floor).usdPerTonne().central())
        .max();
  }

  /** The rows that prices rest on. */
  public Basis basis() {
    List<ProductId> chain =
        Market.ofChain(
                evidence,
                scenario.withMeasures(List.of()),
                ParameterDraw.central(),
                plant.product())
            .listProducts();
    return ChainRows.of(evidence, scenario.priceVintage(), chain).of(plant.product());
  }
}
