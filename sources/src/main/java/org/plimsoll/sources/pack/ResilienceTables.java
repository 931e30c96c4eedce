package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.AREA;
import static org.plimsoll.sources.pack.Column.Kind.ORIGIN;
import static org.plimsoll.sources.pack.Column.Kind.SCOPE;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;
import static org.plimsoll.sources.pack.Part.PROVENANCE;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Disruption;
import org.plimsoll.model.trade.DisruptionRate;
import org.plimsoll.model.trade.Freight;
import org.plimsoll.model.trade.ProjectCost;
import org.plimsoll.model.trade.Stockpile;
import org.plimsoll.model.trade.Storage;

/** What it costs to carry, keep and begin; what is kept; what went wrong. */
final class ResilienceTables {
  static final Table<Freight> FREIGHT =
      Table.of(
          Freight.class,
          "freight",
          "What carriage and insurance add to the value at the exporter's border: CIF ÷ FOB − 1.",
          4,
          Part.product("product", "which"),
          Part.text("exporter", ORIGIN, "from where; * for all"),
          Part.text("importer", ORIGIN, "who measured it; * for several"),
          Part.text("period", TEXT, "year or years"),
          Part.interval("share_of_fob", "0.03 for 3%").in("1").within(0, 10),
          PROVENANCE);

  static final Table<Storage> STORAGE =
      Table.of(
          Storage.class,
          "storage",
          "What it costs, or how long it is possible, to keep a material.",
          4,
          Part.text("scope", SCOPE, "commodity, product, or * for any"),
          Part.text("form", TEXT, "in which it is kept, and how"),
          Part.text(
              "measure",
              WORD,
              "rent, shelf-life, …; fungible: the share of a stock that any buyer can use"),
          Part.text("place", TEXT, "where; * for anywhere"),
          value("value", 0),
          Part.text("unit", TEXT, "unit of the value"),
          PROVENANCE);

  static final Table<ProjectCost> PROJECT_COSTS =
      Table.of(
          ProjectCost.class,
          "project_costs",
          "What a project, or a group of them, costs or needs.",
          5,
          Part.text("commodity", SCOPE, "which; * for any"),
          Part.text(
              "project",
              TEXT,
              "of the project or group, its id in projects.csv first if it has one; * for any"),
          Part.text("measure", WORD, "incentive-price, cash-cost, capital-cost, life-years, …"),
          Part.text("as_of", TEXT, "year of the figure"),
          Part.text("place", TEXT, "where, as the source words it"),
          // A by-product's cost after credits may be below nothing.
          value("value", -1e6),
          Part.text("unit", TEXT, "with its basis: USD/t NdPr oxide"),
          Part.findNumber("capacity_tonnes_per_year", "capacity that the cost is of")
              .in("t/year")
              .within(0, 1e9),
          PROVENANCE);

  static final Table<Stockpile> STOCKPILES =
      Table.of(
          Stockpile.class,
          "stockpiles",
          "What is said of a stock: what it holds, aims at, or means to buy.",
          6,
          Part.text("holder", TEXT, "who keeps it"),
          Part.text("kind", WORD, "government, industry, world"),
          Part.text("scope", SCOPE, "commodity, or * for many"),
          Part.text("form", TEXT, "of the material; any if not said"),
          Part.text("measure", WORD, "held, target, planned, …"),
          Part.text("date", TEXT, "of the figure, as printed"),
          value("amount", 0),
          Part.text("unit", TEXT, "t, days of use, USD million"),
          Part.text("url", "where it is reported"),
          PROVENANCE);

  static final Table<Disruption> DISRUPTIONS =
      Table.of(
          Disruption.class,
          "disruptions",
          "What a disruption of supply did, or is estimated to do.",
          5,
          Part.text("event", TEXT, "name of it"),
          Part.text("commodity", SCOPE, "which; * for many"),
          Part.text("area", AREA, "where it was measured"),
          Part.text("measure", TEXT, "what changed"),
          Part.text("period", TEXT, "when"),
          value("value", -1),
          Part.text("unit", TEXT, "1 for a change as a share, -0.5 for a half lost; USD million"),
          PROVENANCE);

  static final Table<DisruptionRate> DISRUPTION_RATES =
      Table.of(
          DisruptionRate.class,
          "disruption_rates",
          "How often, how hard and for how long a state holds supply back.",
          3,
          Part.text("state", ORIGIN, "acting country; * for every one without its own row"),
          Part.oneOf(
              "measure",
              "acts, acts-by-governance, commodity-hit, rupture, share-let-through or duration",
              DisruptionRate.Measure.class,
              "a measure of disruption"),
          Part.text("at", "share let through that a weight belongs to"),
          value("value", 0),
          Part.text("unit", TEXT, "1 for a chance or weight; months"),
          PROVENANCE);

  private ResilienceTables() {}

  private static Part<Interval> value(String name, double least) {
    return Part.interval(name, "central value").within(least, 1e12);
  }
}
