package org.plimsoll.sources.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;

/**
 * Traces what is shipped on to those who made it. A country ships first what it makes; what it
 * ships beyond that it has taken in, and its customers have it from its suppliers, in the
 * proportion in which they supply it.
 *
 * <pre>
 *   r_h   = min(max(0, E_h − m_h), I_h)
 *   f'_ij = f_ij + (f_ih ÷ I_h) (f_hj ÷ E_h) r_h
 *   f'_ih = f_ih (1 − r_h ÷ I_h),   f'_hj = f_hj (1 − r_h ÷ E_h)
 *
 *   m     what a country makes;  I, E   all that it takes in, all that it ships
 *   r     what it ships on;  a hub makes nothing
 * </pre>
 *
 * Countries go one after the other, so that chains of hubs are traced to their ends. What a country
 * ships beyond what it makes and takes in stays its own, for balancing to scale.
 */
public final class Reexports {
  /** A part of a route below this share of it leaves its grade as it is. */
  private static final double MINOR = 0.1;

  /** Below a kilogram (in tonnes) a traced flow is dust: nobody saw it, arithmetic made it. */
  private static final double DUST = 1e-3;

  private Reexports() {}

  /**
   * Flows after tracing, ordered by exporter and importer; a traced part is at best grade B, and
   * lowers the grade of its route if it is a tenth of it or more.
   *
   * @param flows observed, before folding; several of one route are added up
   * @param made tonnes made by country, on the basis of the flows
   */
  public static List<Balance.Observed> trace(
      List<Balance.Observed> flows, Map<CountryCode, Double> made) {
    Routes routes = new Routes(flows);
    for (CountryCode country : routes.exporters()) {
      routes.passThrough(country, made.getOrDefault(country, 0.0));
    }
    return routes.list();
  }

  /** Tonnes and worst grade by exporter and importer. */
  private static final class Routes {
    private final SortedMap<CountryCode, SortedMap<CountryCode, Balance.Observed>> byExporter =
        new TreeMap<>();

    Routes(List<Balance.Observed> flows) {
      flows.forEach(f -> add(f.from(), f.to(), f.tonnes(), f.grade()));
    }

    SortedSet<CountryCode> exporters() {
      return new TreeSet<>(byExporter.keySet());
    }

    private void add(CountryCode from, CountryCode to, double tonnes, Grade grade) {
      byExporter
          .computeIfAbsent(from, e -> new TreeMap<>())
          .merge(
              to,
              new Balance.Observed(from, to, tonnes, grade),
              (a, b) -> new Balance.Observed(from, to, a.tonnes() + b.tonnes(), gradeOf(a, b)));
    }

    private static Grade gradeOf(Balance.Observed a, Balance.Observed b) {
      double minor = MINOR * (a.tonnes() + b.tonnes());
      return b.tonnes() < minor
          ? a.grade()
          : a.tonnes() < minor ? b.grade() : a.grade().worse(b.grade());
    }

    void passThrough(CountryCode country, double made) {
      List<Balance.Observed> in = into(country);
      List<Balance.Observed> out =
          new ArrayList<>(byExporter.getOrDefault(country, none()).values());
      double taken = in.stream().mapToDouble(Balance.Observed::tonnes).sum();
      double shipped = out.stream().mapToDouble(Balance.Observed::tonnes).sum();
      double onward = Math.min(Math.max(0, shipped - made), taken);
      if (onward <= DUST) {
        return;
      }
      in.forEach(f -> scale(f, 1 - onward / taken));
      out.forEach(f -> scale(f, 1 - onward / shipped));
      for (Balance.Observed supply : in) {
        for (Balance.Observed sale : out) {
          double tonnes = supply.tonnes() / taken * sale.tonnes() / shipped * onward;
          // What comes back to its maker was never away.
          if (tonnes > DUST && !supply.from().equals(sale.to())) {
            Grade grade = supply.grade().worse(sale.grade()).worse(Grade.B);
            add(supply.from(), sale.to(), tonnes, grade);
          }
        }
      }
    }

    private static SortedMap<CountryCode, Balance.Observed> none() {
      return new TreeMap<>();
    }

    private List<Balance.Observed> into(CountryCode hub) {
      List<Balance.Observed> in = new ArrayList<>();
      for (Map<CountryCode, Balance.Observed> from : byExporter.values()) {
        Balance.Observed flow = from.get(hub);
        if (flow != null) {
          in.add(flow);
        }
      }
      return in;
    }

    private void scale(Balance.Observed flow, double factor) {
      SortedMap<CountryCode, Balance.Observed> from = byExporter.getOrDefault(flow.from(), none());
      if (flow.tonnes() * factor > DUST) {
        from.put(
            flow.to(),
            new Balance.Observed(flow.from(), flow.to(), flow.tonnes() * factor, flow.grade()));
      } else {
        from.remove(flow.to());
      }
    }

    List<Balance.Observed> list() {
      List<Balance.Observed> all = new ArrayList<>();
      byExporter.values().forEach(from -> all.addAll(from.values()));
      return all;
    }
  }
}
