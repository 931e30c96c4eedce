package org.plimsoll.sources.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;

/**
 * Flows of one product that meet output and use exactly, as near as may be to what was observed:
 * proportional fitting (RAS) of a seed table.
 *
 * <pre>
 *   seed      observed flow; at home, output less observed exports, or a bias × min(output, use);
 *             else (surplus of exporter × deficit of importer) ÷ all deficits
 *   fitting   rows and columns scaled in turn until output and use are met
 *   pruning   unobserved cells small for both sides are taken out, and the rest fitted again
 * </pre>
 *
 * Sources: Bacharach (1970), Biproportional Matrices and Input-Output Change; the seed is ours.
 */
public final class Balance {
  /** Share of its output that a net importer keeps, where nothing is known of its exports. */
  static final double HOME_BIAS = 0.9;

  /** Share of its use that a net exporter makes itself; it buys little of what it sells. */
  static final double EXPORTER_BIAS = 0.99;

  /**
   * Unobserved cells below this share of both the exporter's output and the importer's use go; if
   * the others cannot meet output and use without them, only those below the next share go.
   */
  private static final double[] PRUNE_BELOW = {0.005, 1e-4, 1e-6, 1e-8};

  /** A flow that balancing changes by more than this factor is at best grade B, or C. */
  static final double SOME = 1.5;

  static final double FAR = 3;

  private static final double TINY = 1e-6;

  /** What an exporter whose customers are known sells to others: the last to be called upon. */
  private static final double LAST = 1e-12;

  private static final double TOLERANCE = 1e-13;
  private static final int ROUNDS = 20_000;

  private Balance() {}

  /**
   * An observed flow.
   *
   * @param tonnes content, before balancing
   * @param grade how well observed
   */
  public record Observed(CountryCode from, CountryCode to, double tonnes, Grade grade) {}

  /**
   * A balanced flow.
   *
   * @param tonnes content, after balancing
   * @param observedTonnes content, before balancing; empty for a prior or for home use
   * @param grade of the observation, at best B if balancing changed it by more than a half, C if
   *     more than threefold; C for a prior
   */
  public record Cell(
      CountryCode from, CountryCode to, double tonnes, OptionalDouble observedTonnes, Grade grade) {
    /** Balanced over observed; empty without an observation. */
    public OptionalDouble growth() {
      return observedTonnes.isPresent() && observedTonnes.getAsDouble() > 0
          ? OptionalDouble.of(tonnes / observedTonnes.getAsDouble())
          : OptionalDouble.empty();
    }
  }

  /**
   * Balances one product.
   *
   * @param output tonnes made, by country
   * @param use tonnes used (final use, inputs, stock build), by country; same total as output
   * @param observed flows between different countries
   * @param complete exporters whose observed customers are all they have
   * @param homeGrade grade of what stays at home
   * @throws IllegalArgumentException if output and use differ by more than 1e-9 of their total, or
   *     the observed flows contradict them so far that fitting does not end
   */
  public static List<Cell> of(
      SortedMap<CountryCode, Double> output,
      SortedMap<CountryCode, Double> use,
      List<Observed> observed,
      Set<CountryCode> complete,
      Grade homeGrade) {
    List<CountryCode> makers = positive(output);
    List<CountryCode> users = positive(use);
    double total = sum(output);
    if (Math.abs(total - sum(use)) > 1e-9 * total) {
      throw new IllegalArgumentException(
          "output and use must be equal, but are " + total + " and " + sum(use));
    }
    Table table = new Table(makers, users, output, use, observed, complete);
    double[][] seed = table.seed();
    double[][] fitted = table.fit(seed);
    double[][] best = fitted;
    for (double share : PRUNE_BELOW) {
      double[][] refitted = table.fit(table.prune(seed, fitted, share));
      if (table.isMet(refitted)) {
        best = refitted;
        break;
      }
    }
    if (table.residual(best) > 1e-12) {
      throw new IllegalArgumentException(
          "flows do not meet output and use after %d rounds: one is off by %.3g of itself"
              .formatted(ROUNDS, table.residual(best)));
    }
    return table.cells(best, homeGrade);
  }

  private static List<CountryCode> positive(SortedMap<CountryCode, Double> tonnes) {
    return tonnes.entrySet().stream().filter(e -> e.getValue() > 0).map(Map.Entry::getKey).toList();
  }

  private static double sum(SortedMap<CountryCode, Double> tonnes) {
    return tonnes.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The table being fitted: rows are makers, columns users. */
  private static final class Table {
    private final List<CountryCode> makers;
    private final List<CountryCode> users;
    private final double[] output;
    private final double[] use;
    private final double[][] seen;
    private final Grade[][] grades;
    private final boolean[] complete;

    Table(
        List<CountryCode> makers,
        List<CountryCode> users,
        Map<CountryCode, Double> output,
        Map<CountryCode, Double> use,
        List<Observed> observed,
        Set<CountryCode> complete) {
      this.makers = makers;
      this.users = users;
      this.output = makers.stream().mapToDouble(output::get).toArray();
      this.use = users.stream().mapToDouble(use::get).toArray();
      this.seen = new double[makers.size()][users.size()];
      this.grades = new Grade[makers.size()][users.size()];
      this.complete = new boolean[makers.size()];
      for (int i = 0; i < makers.size(); i++) {
        this.complete[i] = complete.contains(makers.get(i));
      }
      // Several observations of one route (two codes, folded countries) add up.
      for (Observed flow : observed) {
        int i = makers.indexOf(flow.from());
        int j = users.indexOf(flow.to());
        if (i >= 0 && j >= 0 && !flow.from().equals(flow.to())) {
          seen[i][j] += flow.tonnes();
          grades[i][j] = grades[i][j] == null ? flow.grade() : grades[i][j].worse(flow.grade());
        }
      }
    }

    double[][] seed() {
      double[] home = new double[makers.size()];
      double[] surplus = new double[makers.size()];
      double[] deficit = use.clone();
      for (int i = 0; i < makers.size(); i++) {
        int j = users.indexOf(makers.get(i));
        double exports = Arrays.stream(seen[i]).sum();
        double left = Math.max(output[i] - exports, TINY * output[i]);
        home[i] = j < 0 ? 0 : Math.min(left, use[j]) * homeBias(i, j);
        surplus[i] = complete[i] ? LAST * output[i] : Math.max(left - home[i], TINY * output[i]);
      }
      for (int j = 0; j < users.size(); j++) {
        int i = makers.indexOf(users.get(j));
        double supplied = i < 0 ? 0 : home[i];
        for (int k = 0; k < makers.size(); k++) {
          supplied += seen[k][j];
        }
        deficit[j] = Math.max(use[j] - supplied, 0.01 * use[j]);
      }
      double deficits = Arrays.stream(deficit).sum();
      double[][] seed = new double[makers.size()][users.size()];
      for (int i = 0; i < makers.size(); i++) {
        for (int j = 0; j < users.size(); j++) {
          if (makers.get(i).equals(users.get(j))) {
            seed[i][j] = Math.max(home[i], TINY * Math.min(output[i], use[j]));
          } else {
            seed[i][j] = seen[i][j] > 0 ? seen[i][j] : surplus[i] * deficit[j] / deficits;
          }
        }
      }
      return seed;
    }

    private double homeBias(int maker, int user) {
      if (complete[maker]) {
        return 1;
      }
      return output[maker] > use[user] ? EXPORTER_BIAS : HOME_BIAS;
    }

    double[][] fit(double[][] seed) {
      double[][] x = new double[makers.size()][];
      for (int i = 0; i < makers.size(); i++) {
        x[i] = seed[i].clone();
      }
      for (int round = 0; round < ROUNDS && !isMet(x); round++) {
        for (int i = 0; i < makers.size(); i++) {
          double sum = Arrays.stream(x[i]).sum();
          for (int j = 0; j < users.size() && sum > 0; j++) {
            x[i][j] *= output[i] / sum;
          }
        }
        for (int j = 0; j < users.size(); j++) {
          double sum = columnSum(x, j);
          for (int i = 0; i < makers.size() && sum > 0; i++) {
            x[i][j] *= use[j] / sum;
          }
        }
      }
      return x;
    }

    /** Takes out of the seed what is unobserved and small for both sides in the fitted table. */
    double[][] prune(double[][] seed, double[][] fitted, double share) {
      double[][] pruned = new double[makers.size()][users.size()];
      for (int i = 0; i < makers.size(); i++) {
        for (int j = 0; j < users.size(); j++) {
          boolean small = fitted[i][j] < share * output[i] && fitted[i][j] < share * use[j];
          pruned[i][j] = small && seen[i][j] == 0 ? 0 : seed[i][j];
        }
      }
      return pruned;
    }

    boolean isMet(double[][] x) {
      return residual(x) <= TOLERANCE;
    }

    /** The largest relative distance of a row from output or of a column from use. */
    double residual(double[][] x) {
      double largest = 0;
      for (int i = 0; i < makers.size(); i++) {
        double gap = Math.abs(Arrays.stream(x[i]).sum() - output[i]);
        largest = Math.max(largest, gap / output[i]);
      }
      for (int j = 0; j < users.size(); j++) {
        largest = Math.max(largest, Math.abs(columnSum(x, j) - use[j]) / use[j]);
      }
      return largest;
    }

    private double columnSum(double[][] x, int j) {
      double sum = 0;
      for (int i = 0; i < makers.size(); i++) {
        sum += x[i][j];
      }
      return sum;
    }

    /** An observation that balancing moved far is no longer what was observed. */
    private Grade gradeOf(int maker, int user, double tonnes, Grade homeGrade) {
      if (grades[maker][user] == null) {
        return makers.get(maker).equals(users.get(user)) ? homeGrade : Grade.C;
      }
      double before = seen[maker][user];
      double factor = Math.max(tonnes / before, before / tonnes);
      Grade atBest = factor > FAR ? Grade.C : factor > SOME ? Grade.B : Grade.A;
      return grades[maker][user].worse(atBest);
    }

    List<Cell> cells(double[][] x, Grade homeGrade) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < makers.size(); i++) {
        for (int j = 0; j < users.size(); j++) {
          if (x[i][j] <= 0) {
            continue;
          }
          Grade grade = gradeOf(i, j, x[i][j], homeGrade);
          cells.add(
              new Cell(
                  makers.get(i),
                  users.get(j),
                  x[i][j],
                  seen[i][j] > 0 ? OptionalDouble.of(seen[i][j]) : OptionalDouble.empty(),
                  grade));
        }
      }
      return cells;
    }
  }
}
