package org.plimsoll.planner.plan;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.provenance.Status;

/**
 * One document per alliance and scenario: what it is exposed to, what is recommended, what that
 * costs and whom, what remains at risk, what was promised, and how sure all this is.
 *
 * <p>Every number is a {@link Figure}. Countries are ISO 3166 alpha-3 codes, customs territories
 * their ids; {@link Frame#names} gives the words.
 *
 * <p>Long because the parts of a plan are read together: one type holds what every page shows.
 *
 * @param frame scenario, dates, alliance
 * @param headline what to read first, the most important first
 * @param exposure each member's dependence, by product
 * @param leverage what each exporter could do by stopping each product
 * @param floors floors, reported and proposed
 * @param stockpile what to hold
 * @param projects which projects matter
 * @param cooperation who could supply whom
 * @param cases what changes for each country, case by case
 * @param chains flows along each chain before and after
 * @param prices base prices and quotes
 * @param coverage every product of the world: solved, indicative or only listed, and why
 * @param controls export controls and where they stand
 * @param commitments promises and where they stand
 * @param sensitivities what moves the first result most
 * @param limits what the model cannot know, in plain words
 * @param repairs credits that the base needed
 * @param solves certificates
 */
public record ActionPlan(
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
    List<PriceLine> prices,
    List<Coverage> coverage,
    List<Control> controls,
    List<Promise> commitments,
    List<Sensitivity> sensitivities,
    List<Statement> limits,
    List<Repair> repairs,
    List<Solve> solves) {

  /**
   * What was asked.
   *
   * @param scenario its name
   * @param title its title
   * @param asOf date on which registers and membership are read
   * @param baseYear year of the volumes
   * @param horizon how long markets have to adjust
   * @param priceVintage base prices of the main case
   * @param members members of the alliance on that date, as the scenario names them
   * @param draws parameter draws behind each range; "none" with {@code --quick}
   * @param measures the scenario's measures in words
   * @param ignored measures that are not in force on the date, and controls without effect
   * @param overrides parameters that the scenario sets
   * @param names words for codes
   */
  public record Frame(
      String scenario,
      String title,
      String asOf,
      String baseYear,
      String horizon,
      String priceVintage,
      List<String> members,
      String draws,
      List<String> measures,
      List<String> ignored,
      List<String> overrides,
      java.util.SortedMap<String, String> names) {}

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
   * @param importReliance net imports over use, a share
   * @param sourcingHhi concentration of its sources, home included, in [1/n, 1]
   * @param firstSupplier largest foreign source
   * @param firstShare its share of use
   * @param unservedShare share of use left unserved if it stops
   * @param daysUntilUseStops days that private stocks last on average; empty if none is unserved
   */
  public record Exposure(
      ProductId product,
      String name,
      Tier tier,
      String member,
      Figure use,
      Figure importReliance,
      Figure sourcingHhi,
      String firstSupplier,
      Figure firstShare,
      Figure unservedShare,
      Optional<Figure> daysUntilUseStops) {}

  /**
   * What each exporter could do.
   *
   * @param products columns, upstream before downstream
   * @param exporters rows, the strongest first
   * @param cells one per exporter and product that was solved
   */
  public record Leverage(
      List<ProductId> products, List<String> exporters, List<LeverageCell> cells) {}

  /**
   * One exporter stopping one product to all members, for a year.
   *
   * @param exporter who
   * @param product what
   * @param loss of the alliance, USD a year; at least, if a price is at its assumed ceiling
   * @param unservedShare of the alliance's use
   * @param ownLoss of the exporter, USD a year
   * @param atCeiling whether a member's price is at the assumed ceiling
   * @param byMember the same by member
   */
  public record LeverageCell(
      String exporter,
      ProductId product,
      Figure loss,
      Figure unservedShare,
      Figure ownLoss,
      boolean atCeiling,
      List<MemberLoss> byMember) {}

  /**
   * What a stop does to one member.
   *
   * @param member country or territory
   * @param loss USD a year
   * @param unservedShare of its use
   * @param exposedValueAdded unserved share × value added of the using sectors, USD a year: an
   *     upper bound; empty if no sectors are known
   */
  public record MemberLoss(
      String member, Figure loss, Figure unservedShare, Optional<Figure> exposedValueAdded) {}

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
   * @param incentive price that projects outside the dominant supplier need, USD/t
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
      Optional<Figure> incentive,
      List<FloorAt> vintages) {}

  /**
   * A floor at one price vintage.
   *
   * @param vintage {@code base2024} or {@code latest}
   * @param date of the base price
   * @param verdict {@code binds}, {@code idle}, or {@code broken}
   * @param basePrice USD/t
   * @param inside quantity-weighted delivered price over members, USD/t; empty if it is at the
   *     assumed ceiling, or nothing arrives
   * @param outside the same over all others, USD/t
   * @param levy largest levy, USD/t
   * @param revenue of the members, USD a year
   * @param userCost what users in each member pay more, USD a year
   * @param blocOutput change of the members' output at this stage, a share of base output; empty if
   *     they make none
   * @param nextStageOutput change of the members' output at the next stage, a share; empty if there
   *     is none
   * @param findings what the solver noticed, in words
   */
  public record FloorAt(
      String vintage,
      String date,
      String verdict,
      Figure basePrice,
      Optional<Figure> inside,
      Optional<Figure> outside,
      Figure levy,
      Figure revenue,
      List<CountryFigure> userCost,
      Optional<Figure> blocOutput,
      Optional<Figure> nextStageOutput,
      List<String> findings) {}

  /** A figure of a country or territory. */
  public record CountryFigure(String country, Figure figure) {}

  /**
   * What to hold.
   *
   * @param budget USD
   * @param spent USD
   * @param unspent USD
   * @param holdings one per storable product
   * @param whyUnspent in words
   */
  public record Stockpile(
      Figure budget,
      Figure spent,
      Figure unspent,
      List<Holding> holdings,
      List<Statement> whyUnspent) {}

  /**
   * A product in the stockpile.
   *
   * @param product which
   * @param name for a person
   * @param form stored as
   * @param tonnes content
   * @param cost USD
   * @param daysOfCover days of the alliance's use
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
   * A project and what its capacity is worth.
   *
   * @param id row of the register
   * @param name project
   * @param operator as quoted
   * @param country where
   * @param product what it makes
   * @param capacity tonnes a year
   * @param avoidedLoss over a year in which the first foreign supplier stops, USD
   * @param expected avoided loss × chance of a stop, USD a year
   * @param start announced start, or "not announced"
   * @param state as the register words it
   * @param support as quoted
   * @param url where it is reported
   */
  public record RankedProject(
      String id,
      String name,
      String operator,
      String country,
      ProductId product,
      Figure capacity,
      Figure avoidedLoss,
      Figure expected,
      String start,
      String state,
      String support,
      String url) {}

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
   * @param id for example {@code status-quo}
   * @param title for a person
   * @param against the case it is compared with
   * @param countries gains and losses, the largest losses first
   * @param worldTotal efficiency loss (negative) or gain, USD a year
   * @param unserved use left unserved in the alliance by product, shares
   * @param payments what subsidies and contracts pay
   * @param leaks what comes through restrictions
   */
  public record Case(
      String id,
      String title,
      String against,
      List<Balance> countries,
      Figure worldTotal,
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
  public record Paid(String measure, String maker, String payer, Figure paid) {}

  /**
   * What comes through a restriction by way of a third country.
   *
   * @param measure the restriction
   * @param product which
   * @param via the third country
   * @param to where it is used
   * @param tonnes content a year
   */
  public record Leaked(String measure, ProductId product, String via, String to, Figure tonnes) {}

  /**
   * What a case does to a country, USD a year against its comparison.
   *
   * @param country country or territory
   * @param role member, restricting exporter, other
   * @param users consumer surplus
   * @param makers producer surplus
   * @param treasury duties, levies, rents, stock gains
   * @param total of the three
   */
  public record Balance(
      String country, String role, Figure users, Figure makers, Figure treasury, Figure total) {}

  /** A figure of a product. */
  public record ProductFigure(ProductId product, Figure figure) {}

  /**
   * Flows along a chain.
   *
   * @param id for example {@code neodymium-praseodymium}
   * @param name for a person
   * @param basis what the tonnes of all stages are counted in
   * @param stages upstream before downstream
   * @param after which case the flows after belong to
   */
  public record Chain(String id, String name, String basis, List<Stage> stages, String after) {}

  /**
   * One product of a chain and its flows.
   *
   * @param product which
   * @param name for a person
   * @param flows from makers to users, home included, largest before first
   */
  public record Stage(ProductId product, String name, List<FlowLine> flows) {}

  /**
   * A flow before and after.
   *
   * @param from maker
   * @param to user
   * @param before tonnes a year in the base
   * @param after tonnes a year in the case
   */
  public record FlowLine(String from, String to, Figure before, Figure after) {}

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
   * @param word done, open, overdue, unknown, undated
   * @param standing the same with days
   * @param state as the register words it
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
      String word,
      String standing,
      String state,
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
   * @param atLow goal at the low end; empty if the market has no solution there
   * @param central goal in the central case
   * @param atHigh goal at the high end; empty if the market has no solution there
   */
  public record Sensitivity(
      String goal,
      String parameter,
      Figure range,
      Optional<Figure> atLow,
      Figure central,
      Optional<Figure> atHigh) {}

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
   * @param run which solve
   * @param status converged, not converged, infeasible
   * @param imbalance largest, relative to trade
   * @param complementarity largest product
   * @param iterations of the solver
   */
  public record Solve(
      String run, String status, Figure imbalance, Figure complementarity, Figure iterations) {}
}
