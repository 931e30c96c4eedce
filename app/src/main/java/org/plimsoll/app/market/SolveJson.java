package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.answer.Leak;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.answer.Snapshot;
import org.plimsoll.planner.market.file.CaseSensitivities;
import org.plimsoll.planner.market.file.FileAnswer;
import org.plimsoll.planner.market.measures.IdleMeasure;

/** The answer of {@code plimsoll solve} as maps that are written as JSON. */
public final class SolveJson {
  private SolveJson() {}

  public static Map<String, Object> of(
      String name, FileAnswer answer, Optional<CaseSensitivities.Found> moved) {
    Map<String, Object> json = state(answer.market());
    json.put("status", "converged");
    if (!name.isEmpty()) {
      json.put("name", name);
    }
    List<Leak> leaks = answer.equilibrium().listLeaks();
    if (!leaks.isEmpty()) {
      json.put("leaks", leaks.stream().map(SolveJson::leak).toList());
    }
    json.put("measures", wedges(answer));
    answer.without().ifPresent(without -> json.put("without", state(without)));
    json.put("welfare", welfare(answer));
    json.put("objective", answer.objective().value());
    if (answer.objective().isFromReference()) {
      json.put("objectiveFromReference", true);
    }
    if (!answer.objective().missing().isEmpty()) {
      json.put("objectiveMissing", answer.objective().missing());
    }
    json.put("findings", findings(answer.equilibrium().listFindings()));
    json.put("idle", idle(answer.idle()));
    json.put("certificate", answer.certificate());
    moved.ifPresent(found -> {
      json.put("sensitivities", sensitivities(found));
      json.put("sensitivitiesLeftOut", found.leftOut());
    });
    return json;
  }

  /** By goal, in a unit of the goal a unit of the figure. */
  private static Map<String, Object> sensitivities(CaseSensitivities.Found found) {
    Map<String, Object> json = new LinkedHashMap<>();
    found
        .goals()
        .forEach((goal, sensitivities) -> {
          List<Object> rows = new ArrayList<>();
          for (Sensitivity s : sensitivities) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("figure", s.name());
            row.put("of", s.scope());
            row.put("value", s.value());
            row.put("below", s.below());
            row.put("above", s.above());
            rows.add(row);
          }
          json.put(goal, rows);
        });
    return json;
  }

  /** Why there is no answer. */
  public static Map<String, Object> of(Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (outcome) {
      case Outcome.Converged converged -> json.put("status", "converged");
      case Outcome.NotConverged not -> {
        json.put("status", "not-converged");
        json.put("product", not.product());
        json.put("node", not.country());
        json.put("measure", not.measure());
        json.put("residual", not.residual());
        json.put("steps", not.steps());
        not.timeUp().ifPresent(t -> json.put("secondsAllowed", t.toNanos() / 1e9));
        json.put("advice", not.advice());
      }
      case Outcome.Infeasible none -> {
        json.put("status", "infeasible");
        json.put("product", none.product());
        json.put("node", none.country());
        json.put("measure", none.measure());
        json.put("advice", none.advice());
      }
    }
    return json;
  }

  private static Map<String, Object> state(Snapshot state) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("prices", Map.of("producer", state.producerPrices(), "buyer", state.buyerPrices()));
    json.put("flows", state.flows());
    json.put("quantities", Map.of("supply", state.supply(), "demand", state.demand()));
    json.put("unserved", state.unserved());
    json.put("stocks", Map.of("bought", state.bought(), "released", state.released()));
    if (!state.variety().isEmpty()) {
      json.put("variety", state.variety());
    }
    json.put("activities", state.levels());
    return json;
  }

  private static Map<ProductId, Object> wedges(FileAnswer answer) {
    Map<ProductId, Object> json = new TreeMap<>();
    answer
        .market()
        .wedges()
        .forEach((product, byOrigin) -> {
          Map<Place, Object> from = new TreeMap<>();
          byOrigin.forEach((origin, byDestination) -> {
            Map<Place, Object> to = new TreeMap<>();
            byDestination.forEach((destination, wedge) -> to.put(destination, wedge(wedge)));
            from.put(origin, to);
          });
          json.put(product, from);
        });
    return json;
  }

  private static Map<String, Object> leak(Leak leak) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("measure", leak.measure());
    json.put("product", leak.product());
    json.put("via", leak.via());
    json.put("to", leak.to());
    json.put("quantity", leak.tonnes());
    return json;
  }

  private static Map<String, Object> wedge(Snapshot.Wedge wedge) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("levy", wedge.levy());
    json.put("quotaRent", wedge.rent());
    json.put("duty", wedge.duty());
    json.put("exportTax", wedge.exportTax());
    json.put("premium", wedge.premium());
    return json;
  }

  private static Map<String, Object> welfare(FileAnswer answer) {
    Map<String, Object> byNode = new TreeMap<>();
    double world = 0;
    for (Map.Entry<Place, CountryWelfare> entry : answer.welfare().entrySet()) {
      CountryWelfare w = entry.getValue();
      Map<String, Object> agents = new LinkedHashMap<>();
      agents.put("consumerSurplus", w.consumerSurplus());
      agents.put("producerSurplus", w.producerSurplus());
      agents.put("publicRevenue", w.publicRevenue());
      agents.put("exportRents", w.exportRents());
      agents.put("importRents", w.importRents());
      agents.put("routeSurplus", w.routeSurplus());
      agents.put("stockGains", w.stockGains());
      agents.put("subsidies", w.subsidies());
      agents.put("total", w.total());
      agents.put("atLeast", w.atLeast());
      byNode.put(entry.getKey().id(), agents);
      world += w.total();
    }
    Map<String, Object> json = new LinkedHashMap<>();
    if (!byNode.isEmpty()) {
      json.put("byNode", byNode);
      json.put("total", world);
      json.put("transfers", world - answer.equilibrium().welfare().resourceUsd());
    }
    return json;
  }

  private static List<Object> findings(List<Finding> findings) {
    List<Object> json = new ArrayList<>();
    for (Finding finding : findings) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("kind", kind(finding));
      one.put("what", inOwnUnits(finding));
      json.add(one);
    }
    return json;
  }

  /**
   * A finding by its parts: a file's prices are in units of its own, so no name tells of others.
   */
  private static Map<String, Object> inOwnUnits(Finding finding) {
    Map<String, Object> parts = new TreeMap<>();
    CanonicalJson.parts((Record) finding)
        .forEach((name, value) -> parts.put(name.replace("UsdPerTonne", ""), value));
    return parts;
  }

  private static List<Object> idle(List<IdleMeasure> measures) {
    List<Object> json = new ArrayList<>();
    for (IdleMeasure idle : measures) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("measure", idle.id());
      one.put("why", idle.detail());
      json.add(one);
    }
    return json;
  }

  /** The name of a finding as a word of JSON. */
  public static String kind(Finding finding) {
    String name = finding.getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
