package org.plimsoll.border.screening;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.model.commodity.Product;

/**
 * Screens entries: takes lines one by one, in any order, then says which to look at first. It keeps
 * something of every line, since what is usual is known only at the end.
 */
public final class EntryScreen {
  /** Shares that differ by less are the same; so the order of summing decides nothing. */
  private static final double ALIKE = 1e9;

  /** A smaller share not explained is none: chance alone leaves some everywhere. */
  private static final double LEAST = 0.05;

  private final Catalogue catalogue;
  private final Optional<LocalDate> since;
  private final List<Held> lines = new ArrayList<>();

  /**
   * A screening to be.
   *
   * @param catalogue what the world knows
   * @param since first day of a measure; empty leaves surges out
   */
  public EntryScreen(Catalogue catalogue, Optional<LocalDate> since) {
    this.catalogue = catalogue;
    this.since = since;
  }

  /** Takes a line. */
  public void add(EntryLine line) {
    Optional<Product> product = catalogue.findProduct(line.code(), line.assayBasis());
    boolean isOnBasis =
        product
            .filter(p -> line.assayBasis().isEmpty() || p.basis().equals(line.assayBasis()))
            .isPresent();
    long content =
        isOnBasis
            ? line.assay()
                .map(assay -> toMilligrams(line.netMass().grams(), assay.millionths()))
                .orElse(0L)
            : 0;
    lines.add(
        new Held(
            line.entryId(),
            line.line(),
            line.date(),
            line.code().substring(0, 6),
            product.map(Product::id),
            line.origin().findLastStep(),
            line.customsValue().currency() + " " + line.valueBasis(),
            line.netMass().grams(),
            content,
            line.importer(),
            line.customsValue().minor()));
  }

  private static long toMilligrams(long grams, long millionths) {
    return StrictMath.round(grams * (millionths / 1000.0));
  }

  /**
   * What to look at first.
   *
   * @param most lines to rank at most
   * @param controls lines to draw at random
   * @param seed of the draw
   */
  public Screening rank(int most, int controls, long seed) {
    List<LineTest> tests = new ArrayList<>();
    tests.add(new CapacityCheck(catalogue));
    since.ifPresent(day -> tests.add(new SurgeCheck(day)));
    tests.add(new PriceCheck());
    tests.add(new CodeCheck());
    tests.add(new DigitCheck());
    SortedMap<Suspicion, Integer> judged = new TreeMap<>();
    SortedMap<Suspicion, Integer> found = new TreeMap<>();
    List<LineTest.Outcome> outcomes = new ArrayList<>();
    double[] innocent = new double[lines.size()];
    java.util.Arrays.fill(innocent, 1);
    for (LineTest test : tests) {
      LineTest.Outcome outcome = test.run(lines);
      outcomes.add(outcome);
      int countJudged = 0;
      int countFound = 0;
      for (int i = 0; i < innocent.length; i++) {
        if (outcome.isJudged(i)) {
          double share = believed(outcome.share(i));
          countJudged++;
          countFound += share > 0 ? 1 : 0;
          innocent[i] *= 1 - share;
        }
      }
      judged.put(test.suspicion(), countJudged);
      found.put(test.suspicion(), countFound);
    }
    List<Ranked> ranked = new ArrayList<>();
    for (int i : order(innocent, most)) {
      ranked.add(ranked(i, 1 - innocent[i], tests, outcomes));
    }
    return new Screening(lines.size(), judged, found, ranked, sample(controls, seed));
  }

  /** Lines with evidence, the strongest first; of equals the heavier, then by name. */
  private List<Integer> order(double[] innocent, int most) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < innocent.length; i++) {
      if (rounded(innocent[i]) < 1) {
        order.add(i);
      }
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> rounded(innocent[i]))
            .thenComparingLong(i -> -lines.get(i).contentMilligrams())
            .thenComparing(i -> lines.get(i).entryId())
            .thenComparingLong(i -> lines.get(i).line()));
    return order.subList(0, Math.min(most, order.size()));
  }

  private static double believed(double share) {
    return share < LEAST ? 0 : share;
  }

  private static double rounded(double share) {
    return StrictMath.rint(share * ALIKE) / ALIKE;
  }

  private Ranked ranked(
      int i, double share, List<LineTest> tests, List<LineTest.Outcome> outcomes) {
    List<Finding> findings = new ArrayList<>();
    for (int t = 0; t < tests.size(); t++) {
      LineTest.Outcome outcome = outcomes.get(t);
      if (outcome.isJudged(i) && believed(outcome.share(i)) > 0) {
        findings.add(new Finding(tests.get(t).suspicion(), outcome.share(i), outcome.figures(i)));
      }
    }
    findings.sort(
        Comparator.comparingDouble((Finding f) -> -f.share()).thenComparing(Finding::suspicion));
    return new Ranked(lines.get(i).entryId(), lines.get(i).line(), share, findings);
  }

  /**
   * Those whose names, mixed with the seed, give the smallest numbers: no order of lines counts.
   */
  private List<String> sample(int controls, long seed) {
    record Drawn(long number, String key) {}
    List<Drawn> drawn = new ArrayList<>();
    for (Held line : lines) {
      String key = line.entryId() + "/" + line.line();
      drawn.add(new Drawn(mix(seed, key), key));
    }
    drawn.sort(Comparator.comparingLong(Drawn::number).thenComparing(Drawn::key));
    return drawn.stream().limit(controls).map(Drawn::key).toList();
  }

  private static long mix(long seed, String key) {
    long hash = seed;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      hash = new SplittableRandom(hash ^ b).nextLong();
    }
    return hash;
  }
}
