package org.plimsoll.model.evidence;

import java.time.LocalDate;
import java.util.List;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.CommitmentDate;
import org.plimsoll.model.policy.CommitmentEvent;
import org.plimsoll.model.policy.ControlChange;
import org.plimsoll.model.policy.ControlScope;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Fact;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.policy.PartyName;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.ProjectTie;
import org.plimsoll.model.trade.BillOfMaterials;
import org.plimsoll.model.trade.CustomsValuation;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.model.trade.Disruption;
import org.plimsoll.model.trade.DisruptionRate;
import org.plimsoll.model.trade.Duty;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.ExchangeRate;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Freight;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.model.trade.PastPrice;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.ProductVolume;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.ProjectCost;
import org.plimsoll.model.trade.Recycling;
import org.plimsoll.model.trade.Stockpile;
import org.plimsoll.model.trade.Storage;
import org.plimsoll.model.trade.Use;

/**
 * Evidence that is being put together or changed: a field for each list of rows of {@link
 * Evidence}, empty until it is set.
 *
 * <pre>
 *   Evidence bolder = evidence.with(e -&gt; e.parameters = others);
 * </pre>
 */
public final class EvidenceDraft {
  public LocalDate asOf = LocalDate.EPOCH;
  public int baseYear;
  public List<Evidence.Territory> territories = List.of();
  public List<Country> countries = List.of();
  public List<Commodity> commodities = List.of();
  public List<Product> products = List.of();
  public List<Activity> activities = List.of();
  public List<Parameter> parameters = List.of();
  public List<Production> productions = List.of();
  public List<Use> uses = List.of();
  public List<Flow> flows = List.of();
  public List<Price> prices = List.of();
  public List<PastPrice> pastPrices = List.of();
  public List<Duty> duties = List.of();
  public List<EndUse> endUses = List.of();
  public List<BillOfMaterials> bills = List.of();
  public List<ProductVolume> volumes = List.of();
  public List<DemandGrowth> growth = List.of();
  public List<Recycling> recycling = List.of();
  public List<Freight> freight = List.of();
  public List<Storage> storage = List.of();
  public List<ProjectCost> projectCosts = List.of();
  public List<Stockpile> stockpiles = List.of();
  public List<Disruption> disruptions = List.of();
  public List<DisruptionRate> disruptionRates = List.of();
  public List<Project> projects = List.of();
  public List<ExportControl> exportControls = List.of();
  public List<Commitment> commitments = List.of();
  public List<Partner> partners = List.of();
  public List<Fact> facts = List.of();
  public List<Evidence.Dataset> datasets = List.of();
  public List<CustomsValuation> valuations = List.of();
  public List<ExchangeRate> rates = List.of();
  public List<Evidence.Limit> limits = List.of();
  public List<CommitmentDate> commitmentDates = List.of();
  public List<CommitmentEvent> commitmentEvents = List.of();
  public List<ControlChange> controlChanges = List.of();
  public List<ControlScope> controlScopes = List.of();
  public List<PartyName> partyNames = List.of();
  public List<ProjectTie> projectTies = List.of();

  /** A draft without any row. */
  public EvidenceDraft() {}

  /** A draft that holds what the evidence holds. */
  EvidenceDraft(Evidence evidence) {
    asOf = evidence.asOf();
    baseYear = evidence.baseYear();
    territories = evidence.territories();
    countries = evidence.countries();
    commodities = evidence.commodities();
    products = evidence.products();
    activities = evidence.activities();
    parameters = evidence.parameters();
    productions = evidence.productions();
    uses = evidence.uses();
    flows = evidence.flows();
    prices = evidence.prices();
    pastPrices = evidence.pastPrices();
    duties = evidence.duties();
    endUses = evidence.endUses();
    bills = evidence.inUse().bills();
    volumes = evidence.inUse().volumes();
    growth = evidence.inUse().growth();
    recycling = evidence.inUse().recycling();
    freight = evidence.resilience().freight();
    storage = evidence.resilience().storage();
    projectCosts = evidence.resilience().projectCosts();
    stockpiles = evidence.resilience().stockpiles();
    disruptions = evidence.resilience().disruptions();
    disruptionRates = evidence.resilience().disruptionRates();
    projects = evidence.projects();
    exportControls = evidence.exportControls();
    commitments = evidence.commitments();
    partners = evidence.partners();
    facts = evidence.facts();
    datasets = evidence.datasets();
    valuations = evidence.valuations();
    rates = evidence.rates();
    limits = evidence.limits();
    commitmentDates = evidence.developments().commitmentDates();
    commitmentEvents = evidence.developments().commitmentEvents();
    controlChanges = evidence.developments().controlChanges();
    controlScopes = evidence.developments().controlScopes();
    partyNames = evidence.developments().partyNames();
    projectTies = evidence.developments().projectTies();
  }

  /** The evidence as it stands now. */
  public Evidence toEvidence() {
    return new Evidence(
        asOf,
        baseYear,
        territories,
        countries,
        commodities,
        products,
        activities,
        parameters,
        productions,
        uses,
        flows,
        prices,
        pastPrices,
        duties,
        endUses,
        new ProductsInUse(bills, volumes, growth, recycling),
        new Resilience(freight, storage, projectCosts, stockpiles, disruptions, disruptionRates),
        projects,
        exportControls,
        commitments,
        partners,
        facts,
        datasets,
        valuations,
        rates,
        limits,
        new Developments(
            commitmentDates,
            commitmentEvents,
            controlChanges,
            controlScopes,
            partyNames,
            projectTies));
  }
}
