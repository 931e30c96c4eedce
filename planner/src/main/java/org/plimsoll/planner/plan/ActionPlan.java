package org.plimsoll.planner.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.commitments.PromiseState;
import org.plimsoll.planner.floors.FloorVerdict;
import org.plimsoll.planner.study.CaseId;

/**
 * One document per alliance and scenario: what it is exposed to, what is recommended, what that
 * costs and whom, what remains at risk, what was promised, and how sure all this is.
 *
 * <p>Every number is a {@link Figure}; where one may be missing, a {@link Result} says why.
 * Countries are ISO 3166 alpha-3 codes, customs territories their ids; {@link Frame#names} gives
 * the words.
 *
 * <p>Long because the parts of a plan are read together: one type holds what every page shows.
 *
 * @param schemaVersion of this form, {@link #SCHEMA_VERSION}
 * @param frame scenario, dates, alliance
 * @param headline what to read first, the most important first
 * @param exposure each member's dependence, by product
 * @param leverage what each exporter could do by stopping each product
 * @param floors floors, reported and proposed
 * @param stockpile what to hold
 * @param projects which projects matter
 * @param cooperation who could supply whom
 * @param cases what changes for each country, case by case
 * @param chains flows along each chain before and after the scenario's measures
 * @param stopChains flows along the chains of the costliest stops
 * @param prices base prices and quotes
 * @param coverage every product of the world: solved, indicative or only listed, and why
 * @param controls export controls and where they stand
 * @param commitments promises and where they stand
 * @param sensitivities what moves the first result most
 * @param predictions what the controls in force make of the last prices before them, beside prices
 *     seen since
 * @param eitherWay what controls whose state nobody knows do, suspended and in force
 * @param sanity the stops beside what others published
 * @param disparities where members pay prices for the same good that no cost explains
 * @param limits what the model cannot know, in plain words
 * @param repairs credits that the base needed
 * @param solves certificates
 */
public record ActionPlan(
    String schemaVersion,
    Frame frame,
    List<Statement> headline,
    List<Exposure> exposure,
    Leverage leverage,
    List<Floor> floors,
    Stockpile stockpile,
    Projects projects,
    List<Cooperation> cooperation,
    List<Case> cases,
    List<Chain> chains,
    List<Chain> stopChains,
    List<PriceLine> prices,
    List<Coverage> coverage,
    List<Control> controls,
    List<Promise> commitments,
    List<Sensitivity> sensitivities,
    List<Prediction> predictions,
    List<EitherWay> eitherWay,
    SanityCheck sanity,
    List<Disparity> disparities,
    List<Statement> limits,
    List<Repair> repairs,
    List<Solve> solves) {
  /** Raised when a field is renamed, removed or changes its meaning. */
  public static final String SCHEMA_VERSION = "5";

  /**
   * What was asked.
   *
   * @param scenario its name
   * @param title its title
   * @param asOf date on which registers and membership are read
   * @param baseYear year of the volumes
   * @param horizon how long markets have to adjust
   * @param priceVintage prices that the scenario asks for
   * @param members members of the alliance on that date, as the scenario names them
   * @param draws parameter draws behind each range, in words; "none" with {@code --quick}
   * @param measures the scenario's measures in words
   * @param ignored measures that are not in force on the date, and controls without effect
   * @param overrides parameters that the scenario sets
   * @param asksFloorsOnly whether the scenario's own measures are all price floors
   * @param names words for codes
   * @param territories countries of each customs territory
   * @param datasets that sources name, as the world describes them
   */
  public record Frame(
      String scenario,
      String title,
      LocalDate asOf,
      String baseYear,
      String horizon,
      String priceVintage,
      List<String> members,
      String draws,
      List<String> measures,
      List<String> ignored,
      List<String> overrides,
      boolean asksFloorsOnly,
      SortedMap<String, String> names,
      SortedMap<String, List<String>> territories,
      List<Evidence.Dataset> datasets) {}

  /**
   * A sentence; {@code {0}}, {@code {1}}, … stand for its figures.
   *
   * @param text one or two sentences
   * @param figures in the order of their numbers
   */
  public record Statement(String text, List<Figure> figures) {}

  /**
   * A member's dependence on a product.
   *
   * @param product which
   * @param name for a person
   * @param tier solved or indicative
   * @param member country or territory
   * @param use tonnes a year
   * @param importReliance net imports over use, a share; missing where use is not known
   * @param sourcingHhi concentration of its sources, home included, in [1/n, 1]
   * @param firstSupplier largest foreign source
   * @param firstShare its share of use
   * @param useGivenUp share of use that ends if it stops, unserved or not
   * @param unservedShare share of use left unserved if it stops
   * @param daysUntilUseStops days that private stocks last on average; missing if none is unserved
   */
  public record Exposure(
      ProductId product,
      String name,
      Tier tier,
      String member,
      Figure use,
      Result importReliance,
      Figure sourcingHhi,
      String firstSupplier,
      Figure firstShare,
      Result useGivenUp,
      Result unservedShare,
      Result daysUntilUseStops) {}

  /**
   * What each exporter could do.
   *
   * @param products columns, upstream before downstream
   * @param exporters rows, the strongest first
   * @param cells one per exporter and product
   * @param useFactors factors on final use that the whole plan stands on; none unless the scenario
   *     asks for the latest prices under controls that they hold
   */
  public record Leverage(
      List<ProductId> products,
      List<String> exporters,
      List<LeverageCell> cells,
      List<UseFactor> useFactors) {
    /** Without factors on final use. */
    public Leverage(List<ProductId> products, List<String> exporters, List<LeverageCell> cells) {
      this(products, exporters, cells, List.of());
    }
  }

  /**
   * The factor on final use with which what is in force gives the latest price of a product.
   *
   * @param product which
   * @param name for a person
   * @param before base price: the last before the control, USD/t
   * @param beforeDate of it
   * @param latest price that is aimed at, USD/t
   * @param latestDate of it
   * @param reached what members pay under what is in force, with all factors, USD/t
   * @param factor on the final use of all buyers; missing where none was taken
   * @param state whether the price is met, and by a factor to be believed
   * @param why the price is not met; empty if it is
   */
  public record UseFactor(
      ProductId product,
      String name,
      Result before,
      String beforeDate,
      Result latest,
      String latestDate,
      Result reached,
      Result factor,
      FactorState state,
      String why) {}

  /** What became of a factor on final use. */
  public enum FactorState {
    /** The price is met. */
    MET,
    /** The price is met by a factor outside 0.5 to 2. */
    DOUBTFUL,
    /** The price is not met. */
    NOT_MET;

    /** For a person. */
    public String word() {
      return switch (this) {
        case MET -> "met";
        case DOUBTFUL -> "met, factor outside 0.5 to 2";
        case NOT_MET -> "not met";
      };
    }
  }

  /**
   * The card of a stop: one exporter stops one product for a year, to the alliance alone and to all
   * countries.
   *
   * @param id of the case in which it stops to the alliance
   * @param exporter who
   * @param product what
   * @param basePrice that price multiples are of, USD/t
   * @param priceDate of the base price
   * @param toAlliance what it does to the alliance if others still buy
   * @param toAll the same if nobody buys; nearly every control of the past was of this kind
   * @param chance that the exporter stops what it sells of the commodity, a year
   * @param expectedAtRisk value added at risk in the stop to all × chance, USD a year
   * @param monthsOfCover what stocks of users and of members' governments last at base use
   * @param observed what was seen in the nearest past episode; empty if none is of the commodity
   * @param byMember what the stop to the alliance does to each member
   */
  public record LeverageCell(
      CaseId id,
      String exporter,
      ProductId product,
      Result basePrice,
      String priceDate,
      StopEffect toAlliance,
      StopEffect toAll,
      Result chance,
      Result expectedAtRisk,
      Result monthsOfCover,
      Optional<Observed> observed,
      List<MemberLoss> byMember) {}

  /**
   * What was seen in the nearest past episode.
   *
   * @param episode its id
   * @param what happened, in a few words
   * @param product of which
   * @param months since the announcement
   * @param multiple price after over price before, outside the restrictor
   * @param atHome the same inside it
   * @param lostShare share of the outside supply that was lost
   * @param verification how well both prices are known
   */
  public record Observed(
      String episode,
      String what,
      String product,
      Result months,
      Result multiple,
      Result atHome,
      Result lostShare,
      String verification) {}

  /**
   * What a stop does to the alliance, along the chain of its product. Losses are above 0, USD a
   * year, and at least the number shown where a price is at its assumed ceiling.
   *
   * @param id of the case
   * @param prices as multiples of the base price
   * @param useGivenUp share of base use that ends, unserved or not
   * @param unservedShare of that, what is wanted at the ceiling and not to be had
   * @param usersLoss what final users lose against the base year
   * @param makersGain what the alliance's own makers gain
   * @param treasuryGain duties, levies, rents and stock gains
   * @param loss whole: users' loss less both gains, W(base) − W(in force + stop)
   * @param further W(in force) − W(in force + stop); missing where what is in force already meets
   *     the ceiling
   * @param exporterLoss what the exporter itself loses against the base year
   * @param valueAddedAtRisk of the sectors that use it, an order of magnitude
   * @param atCeiling whether a member's price is at the assumed ceiling
   */
  public record StopEffect(
      CaseId id,
      Prices prices,
      Result useGivenUp,
      Result unservedShare,
      Result usersLoss,
      Result makersGain,
      Result treasuryGain,
      Result loss,
      Result further,
      Result exporterLoss,
      Result valueAddedAtRisk,
      boolean atCeiling) {}

  /**
   * What a stop to the alliance does to one member.
   *
   * @param member country or territory
   * @param usersLoss what its final users lose against the base year, USD a year
   * @param loss whole, USD a year
   * @param useGivenUp share of its base use
   * @param unservedShare of its use
   * @param valueAddedAtRisk of its using sectors, USD a year; missing if no sectors are known
   */
  public record MemberLoss(
      String member,
      Result usersLoss,
      Result loss,
      Result useGivenUp,
      Result unservedShare,
      Result valueAddedAtRisk) {}

  /**
   * A floor.
   *
   * @param product which
   * @param name for a person
   * @param status reported or proposed
   * @param source where it is reported, or what it was computed from
   * @param price the floor, USD/t
   * @param bound largest levy, USD/t; empty if none
   * @param gapGoesTo who keeps the gap: with the exporter it is a price undertaking, and no levy
   * @param incentive price that projects outside the dominant supplier need, USD/t; missing if none
   *     is known
   * @param vintages what it does at each price vintage
   */
  public record Floor(
      ProductId product,
      String name,
      Status status,
      String source,
      Figure price,
      Optional<Figure> bound,
      BorderMeasure.GapGoesTo gapGoesTo,
      Result incentive,
      List<FloorAt> vintages) {}

  /**
   * A floor at one price vintage.
   *
   * @param vintage {@code base2024} or {@code latest}
   * @param date of the base price
   * @param verdict whether makers are paid it
   * @param basePrice USD/t
   * @param makers what each member's maker with output is paid, USD/t
   * @param prices quantity-weighted delivered prices, USD/t
   * @param levy largest levy, USD/t
   * @param revenue of the members, USD a year
   * @param userCost what users in each member pay more, USD a year
   * @param blocOutput change of the members' output at this stage, a share of base output
   * @param nextStageOutput change of the members' output at the next stage, a share
   * @param findings what the solver noticed, in words
   */
  public record FloorAt(
      String vintage,
      String date,
      FloorVerdict verdict,
      Figure basePrice,
      List<CountryFigure> makers,
      Prices prices,
      Result levy,
      Result revenue,
      List<CountryFigure> userCost,
      Result blocOutput,
      Result nextStageOutput,
      List<String> findings) {}

  /**
   * Quantity-weighted delivered prices of the three groups that a control tells apart, in USD a
   * tonne or as multiples of the base price.
   *
   * @param alliance its members
   * @param thirdCountries neither members nor restrictors
   * @param restrictor exporters that hold the product back; missing if nobody does
   */
  public record Prices(Result alliance, Result thirdCountries, Result restrictor) {}

  /** A figure of a country or territory. */
  public record CountryFigure(String country, Result figure) {}

  /**
   * What to hold.
   *
   * @param budget USD
   * @param spent USD
   * @param unspent USD
   * @param holdings one per storable product
   * @param order purchases, the best dollar first; a smaller budget buys the first of them
   * @param whyUnspent in words
   */
  public record Stockpile(
      Figure budget,
      Figure spent,
      Figure unspent,
      List<Holding> holdings,
      List<Tranche> order,
      List<Statement> whyUnspent) {}

  /**
   * A purchase for the stockpile.
   *
   * @param product which
   * @param name for a person
   * @param tonnes content
   * @param cost USD
   * @param daysOfCover days of the alliance's use
   * @param valuePerUsd avoided loss a year by a dollar in it
   */
  public record Tranche(
      ProductId product,
      String name,
      Figure tonnes,
      Figure cost,
      Figure daysOfCover,
      Figure valuePerUsd) {}

  /**
   * A product in the stockpile.
   *
   * @param product which
   * @param name for a person
   * @param form stored as
   * @param tonnes content
   * @param cost USD
   * @param daysOfCover days of the alliance's use
   * @param avoidedLoss by its release in the stop of its first supplier, USD
   * @param firstValuePerUsd avoided loss a year by the first dollar
   * @param nextValuePerUsd avoided loss a year by the next dollar
   * @param carrying USD a year
   * @param limit why no more
   */
  public record Holding(
      ProductId product,
      String name,
      String form,
      Figure tonnes,
      Figure cost,
      Figure daysOfCover,
      Result avoidedLoss,
      Figure firstValuePerUsd,
      Figure nextValuePerUsd,
      Figure carrying,
      String limit) {}

  /**
   * Which projects matter.
   *
   * @param ranked the most valuable first
   * @param notValued projects of these chains without published capacity, place or product
   * @param narrow which link of a chain is the narrow one
   */
  public record Projects(
      List<RankedProject> ranked, List<String> notValued, List<Statement> narrow) {}

  /**
   * A plant and what its whole announced capacity is worth: one action, whatever it makes.
   *
   * @param ids rows of the register
   * @param name plant
   * @param operator as quoted
   * @param country where
   * @param outputs what it makes
   * @param idle why it makes nothing in that stop; empty if it runs, or if nobody knows
   * @param stop of one of its products in which it helps most
   * @param calmGain what it adds to the members' surplus without a stop, USD a year
   * @param avoidedLoss what it saves the alliance in that stop, USD
   * @param expected avoided loss × chance of a stop, USD a year
   * @param start announced start, or "not announced"
   * @param state as the register words it
   * @param support as quoted
   * @param url where it is reported
   */
  public record RankedProject(
      List<String> ids,
      String name,
      String operator,
      String country,
      List<PlantOutput> outputs,
      String idle,
      CaseId stop,
      Result calmGain,
      Result avoidedLoss,
      Result expected,
      String start,
      String state,
      String support,
      String url) {}

  /**
   * What a plant makes: tonnes of content a year on the product's basis.
   *
   * @param capacity announced
   * @param inStop what the plant makes of it in the stop in which it helps most
   */
  public record PlantOutput(ProductId product, Figure capacity, Result inStop) {}

  /**
   * Who could supply whom.
   *
   * @param product which
   * @param name for a person
   * @param member who needs it
   * @param fromFirstSupplier what it takes from its first foreign supplier, tonnes a year
   * @param firstSupplier who that is
   * @param partner who makes it too
   * @param partnerOutput tonnes a year
   * @param relation member, delegation of 4 February 2026, signed framework, or none
   */
  public record Cooperation(
      ProductId product,
      String name,
      String member,
      Figure fromFirstSupplier,
      String firstSupplier,
      String partner,
      Figure partnerOutput,
      String relation) {}

  /**
   * A solved case.
   *
   * @param id of the case
   * @param title for a person
   * @param against the case it is compared with
   * @param countries gains and losses, the largest losses first
   * @param worldTotal efficiency loss (negative) or gain, USD a year
   * @param unserved use left unserved in the alliance by product, shares
   * @param payments what subsidies and contracts pay
   * @param leaks what comes through restrictions
   */
  public record Case(
      CaseId id,
      String title,
      CaseId against,
      List<Balance> countries,
      Result worldTotal,
      List<ProductFigure> unserved,
      List<Paid> payments,
      List<Leaked> leaks) {}

  /**
   * What a subsidy or a contract pays.
   *
   * @param measure its id
   * @param maker country that is paid
   * @param payer who pays
   * @param paid USD a year; below 0 where a part of a high price goes back
   */
  public record Paid(String measure, String maker, String payer, Result paid) {}

  /**
   * What comes through a restriction by way of a third country.
   *
   * @param measure the restriction
   * @param product which
   * @param via the third country
   * @param to where it is used
   * @param tonnes content a year
   */
  public record Leaked(String measure, ProductId product, String via, String to, Result tonnes) {}

  /**
   * What a case does to a country, USD a year against its comparison.
   *
   * @param country country or territory
   * @param role of the country in the case
   * @param users consumer surplus
   * @param makers producer surplus
   * @param treasury duties, levies, rents, stock gains
   * @param total of the three
   */
  public record Balance(
      String country, Role role, Result users, Result makers, Result treasury, Result total) {}

  /** What a country is in a case. */
  public enum Role {
    MEMBER,
    RESTRICTING,
    OTHER;

    /** For a person. */
    public String word() {
      return switch (this) {
        case MEMBER -> "member";
        case RESTRICTING -> "restricting exporter";
        case OTHER -> "other";
      };
    }
  }

  /** A figure of a product. */
  public record ProductFigure(ProductId product, Result figure) {}

  /**
   * Flows along a chain.
   *
   * @param id for example {@code neodymium-praseodymium}
   * @param name for a person
   * @param basis what the tonnes of all stages are counted in
   * @param stages upstream before downstream
   * @param before which case the flows before belong to
   * @param after which case the flows after belong to
   */
  public record Chain(
      String id, String name, String basis, List<Stage> stages, CaseId before, CaseId after) {}

  /**
   * One product of a chain and its flows.
   *
   * @param product which
   * @param name for a person
   * @param flows from makers to users, home included, the largest before first
   */
  public record Stage(ProductId product, String name, List<FlowLine> flows) {}

  /**
   * A flow before and after.
   *
   * @param from maker
   * @param to user
   * @param before tonnes a year in the case compared with
   * @param after tonnes a year in the case
   */
  public record FlowLine(String from, String to, Result before, Result after) {}

  /**
   * A price, base or only shown.
   *
   * @param product which
   * @param vintage which base, or quote
   * @param date as printed
   * @param location where
   * @param type kind of price
   * @param liquid whether real volume trades at it
   * @param price USD/t
   * @param note caveat
   */
  public record PriceLine(
      ProductId product,
      String vintage,
      String date,
      String location,
      String type,
      boolean liquid,
      Figure price,
      String note) {}

  /**
   * An export control.
   *
   * @param id row of the register
   * @param issuer who
   * @param reference act
   * @param type kind
   * @param minerals as worded
   * @param target as worded
   * @param state as the register words it
   * @param isUnknown whether nobody can say if it is in force on the plan's date
   * @param standing where it stands on the plan's date
   * @param inBase whether trade of the base year already shows it: no, partly, yes, or not modelled
   * @param effect how the model reads it
   * @param url where it is reported
   * @param source row
   */
  public record Control(
      String id,
      String issuer,
      String reference,
      String type,
      String minerals,
      String target,
      String state,
      boolean isUnknown,
      String standing,
      String inBase,
      String effect,
      String url,
      String source) {}

  /**
   * A commitment.
   *
   * @param id row of the register
   * @param made date made
   * @param due date due; empty if none
   * @param done date done; empty if not known to be done
   * @param parties as worded
   * @param promise paraphrase
   * @param state where it stands on the plan's date
   * @param standing the same with days
   * @param registered its state as the register words it
   * @param url where it is reported
   * @param source row
   */
  public record Promise(
      String id,
      String made,
      Optional<String> due,
      Optional<String> done,
      String parties,
      String promise,
      PromiseState state,
      String standing,
      String registered,
      String url,
      String source) {}

  /**
   * How far the plan covers a product.
   *
   * @param product which
   * @param name for a person
   * @param tier solved, indicative or listed
   * @param reason what its volumes are read from, which is why it has its tier
   */
  public record Coverage(ProductId product, String name, Tier tier, String reason) {}

  /**
   * One parameter moved over its range, all else central.
   *
   * @param goal what was watched, in words
   * @param parameter name
   * @param range its low and high, in its unit
   * @param atLow goal at the low end
   * @param central goal in the central case
   * @param atHigh goal at the high end
   */
  public record Sensitivity(
      String goal, String parameter, Figure range, Result atLow, Result central, Result atHigh) {}

  /**
   * What the controls in force make of the last price before them, beside a price seen since.
   *
   * @param product which
   * @param name for a person
   * @param before last price before the control, USD/t
   * @param beforeDate of it
   * @param predicted what members pay under the controls in force over what they paid before
   * @param observed USD/t
   * @param observedDate of it
   * @param location where it was seen
   * @param liquid whether real volume trades at it
   * @param risen observed over before
   * @param gap risen over predicted
   */
  public record Prediction(
      ProductId product,
      String name,
      Figure before,
      String beforeDate,
      Result predicted,
      Figure observed,
      String observedDate,
      String location,
      boolean liquid,
      Result risen,
      Result gap) {}

  /**
   * What controls do of which nobody can say whether they are in force.
   *
   * @param controls rows of the register
   * @param product that they cover
   * @param exporter who restricts it
   * @param suspended the status quo of this plan, which leaves them out
   * @param inForce the same with all of them in force
   */
  public record EitherWay(
      List<String> controls,
      ProductId product,
      String exporter,
      StopEffect suspended,
      StopEffect inForce) {}

  /**
   * The stops beside what others published.
   *
   * @param lines one for each published number
   * @param ranks whether both put minerals in the same order
   */
  public record SanityCheck(List<Sanity> lines, List<RankAgreement> ranks) {}

  /**
   * A number of this plan beside a published one.
   *
   * @param what the stop of this plan
   * @param measure what was published
   * @param event of which
   * @param area of whom
   * @param ours value added at risk or a price multiple
   * @param published the published number and its range
   * @param agreement how both ranges stand to one another
   * @param reason why they are far apart, or are not compared; else empty
   */
  public record Sanity(
      String what,
      String measure,
      String event,
      String area,
      Result ours,
      Figure published,
      Agreement agreement,
      String reason) {}

  /** How two ranges stand to one another. */
  public enum Agreement {
    /** The published number lies in our range. */
    WITHIN,
    /** The ranges share some numbers. */
    OVERLAPPING,
    /** The ranges share none, but their nearer ends are within a factor of three. */
    NEAR,
    /** Their nearer ends are more than a factor of three apart. */
    FAR,
    NOT_COMPARED;

    /** For a person. */
    public String word() {
      return switch (this) {
        case WITHIN -> "within our range";
        case OVERLAPPING -> "ranges overlap";
        case NEAR -> "apart, within three times";
        case FAR -> "beyond three times";
        case NOT_COMPARED -> "not compared";
      };
    }
  }

  /**
   * Whether two lists have the same order.
   *
   * @param what of this plan
   * @param measure what was published
   * @param minerals in both
   * @param correlation of ranks, from −1 to 1
   */
  public record RankAgreement(String what, String measure, Figure minerals, Result correlation) {}

  /**
   * Two members that pay prices for the same good which freight, duty and the stated friction do
   * not explain.
   *
   * @param product which
   * @param vintage of the base prices
   * @param dear who pays more
   * @param dearPrice USD/t
   * @param cheap who pays less
   * @param cheapPrice USD/t
   * @param explained freight, duty and friction between them, USD/t
   * @param why what in the market lets it stand, in words
   */
  public record Disparity(
      ProductId product,
      String vintage,
      String dear,
      Result dearPrice,
      String cheap,
      Result cheapPrice,
      Figure explained,
      String why) {}

  /**
   * A credit that makes a base margin plausible.
   *
   * @param activity which
   * @param country where
   * @param credit USD a tonne of output
   */
  public record Repair(String activity, String country, Figure credit) {}

  /**
   * A certificate.
   *
   * @param run case that was solved
   * @param vintage of the base prices
   * @param measures on top of what is in force, by their ids
   * @param status whether it converged
   * @param detail why not, naming product and country; empty if it converged
   * @param imbalance largest, relative to trade
   * @param complementarity largest product
   * @param iterations of the solver
   */
  public record Solve(
      CaseId run,
      String vintage,
      List<String> measures,
      SolveStatus status,
      String detail,
      Figure imbalance,
      Figure complementarity,
      Figure iterations) {}

  /** What became of a solve. */
  public enum SolveStatus {
    CONVERGED,
    UNSOLVED;

    /** For a person. */
    public String word() {
      return switch (this) {
        case CONVERGED -> "converged";
        case UNSOLVED -> "not solved";
      };
    }
  }

  /** Base prices of the main case: those of the frame, or what factors on final use start from. */
  public String solvedVintage() {
    return leverage.useFactors().isEmpty() ? frame.priceVintage() : Scenario.PRE_CONTROL;
  }

  /** The same plan with what to read first, which rests on all else. */
  ActionPlan withHeadline(List<Statement> statements) {
    return new ActionPlan(
        schemaVersion,
        frame,
        statements,
        exposure,
        leverage,
        floors,
        stockpile,
        projects,
        cooperation,
        cases,
        chains,
        stopChains,
        prices,
        coverage,
        controls,
        commitments,
        sensitivities,
        predictions,
        eitherWay,
        sanity,
        disparities,
        limits,
        repairs,
        solves);
  }
}
