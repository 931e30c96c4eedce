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
import org.plimsoll.model.quantity.Money;

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
  private final Optional<Stakes> stakes;
  private final List<Held> lines = new ArrayList<>();

  /** Kept only where money is asked for: what a line would owe depends on all of it. */
  private final List<EntryLine> declared = new ArrayList<>();

  /** A screening without money. */
  public EntryScreen(Catalogue catalogue, Optional<LocalDate> since) {
    this(catalogue, since, Optional.empty());
  }

  /**
   * A screening to be.
   *
   * @param catalogue what the world knows
   * @param since first day of a measure; empty leaves surges out
   * @param stakes by which lines are ordered: by what is at stake times the share not explained,
   *     those that no rule covers last; empty for the order by shares
   */
  public EntryScreen(Catalogue catalogue, Optional<LocalDate> since, Optional<Stakes> stakes) {
    this.catalogue = catalogue;
    this.since = since;
    this.stakes = stakes;
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
            isMadeThere(line),
            line.customsValue().currency() + " " + line.valueBasis(),
            line.netMass().grams(),
            content,
            product.map(Product::basis).orElse(""),
            line.importer(),
            line.customsValue().minor()));
    if (stakes.isPresent()) {
      declared.add(line);
    }
  }

  private static boolean isMadeThere(EntryLine line) {
    return line.origin().processedIn().isPresent()
        && line.origin().processedIn().equals(line.origin().findLastStep());
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
    SortedMap<Suspicion, List<String>> first = new TreeMap<>();
    List<LineTest.Outcome> outcomes = new ArrayList<>();
    double[] innocent = new double[lines.size()];
    java.util.Arrays.fill(innocent, 1);
    for (LineTest test : tests) {
      LineTest.Outcome outcome = test.run(lines);
      outcomes.add(outcome);
      double[] left = new double[innocent.length];
      int countJudged = 0;
      int countFound = 0;
      for (int i = 0; i < innocent.length; i++) {
        double share = outcome.isJudged(i) ? believed(outcome.share(i)) : 0;
        countJudged += outcome.isJudged(i) ? 1 : 0;
        countFound += share > 0 ? 1 : 0;
        left[i] = 1 - share;
        innocent[i] *= left[i];
      }
      judged.put(test.suspicion(), countJudged);
      found.put(test.suspicion(), countFound);
      first.put(
          test.suspicion(),
          order(left).stream().limit(Screening.TRIED).map(i -> key(lines.get(i))).toList());
    }
    Peers prices = new Peers(lines, Held::logUnitValue);
    List<Ranked> ranked = new ArrayList<>();
    SortedMap<Integer, Optional<Stake>> weighed = new TreeMap<>();
    for (int i : byMoney(order(innocent), tests, outcomes, weighed)) {
      if (ranked.size() < most) {
        ranked.add(
            ranked(
                i,
                1 - innocent[i],
                findings(i, tests, outcomes),
                prices,
                weighed.getOrDefault(i, Optional.empty())));
      }
    }
    return new Screening(lines.size(), judged, found, ranked, first, sample(controls, seed));
  }

  /** Lines with evidence, the strongest first; of equals the heavier, then by name. */
  private List<Integer> order(double[] innocent) {
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
    return order;
  }

  /**
   * Those with most expected first; of equals the order stays, and those without a rule are last.
   *
   * @param weighed is filled
   */
  private List<Integer> byMoney(
      List<Integer> order,
      List<LineTest> tests,
      List<LineTest.Outcome> outcomes,
      SortedMap<Integer, Optional<Stake>> weighed) {
    if (stakes.isEmpty()) {
      return order;
    }
    for (int i : order) {
      weighed.put(i, weigh(i, stakes.get(), tests, outcomes));
    }
    List<Integer> sorted = new ArrayList<>(order);
    sorted.sort(
        Comparator.comparingDouble(i ->
            weighed
                .getOrDefault(i, Optional.empty())
                .map(stake -> -stake.expected())
                .orElse(Double.POSITIVE_INFINITY)));
    return sorted;
  }

  private Optional<Stake> weigh(
      int i, Stakes money, List<LineTest> tests, List<LineTest.Outcome> outcomes) {
    EntryLine line = declared.get(i);
    Optional<Money> owed = money.owed(line);
    Optional<Stake> most = Optional.empty();
    for (int t = 0; owed.isPresent() && t < tests.size(); t++) {
      LineTest.Outcome outcome = outcomes.get(t);
      double share = outcome.isJudged(i) ? believed(outcome.share(i)) : 0;
      if (share > 0) {
        Suspicion suspicion = tests.get(t).suspicion();
        Money levy = money.of(suspicion, outcome, i, line, owed.get());
        Stake stake = new Stake(levy, share * levy.minor(), suspicion);
        if (most.isEmpty() || stake.expected() > most.get().expected()) {
          most = Optional.of(stake);
        }
      }
    }
    return most;
  }

  private static double believed(double share) {
    return share < LEAST ? 0 : share;
  }

  private static double rounded(double share) {
    return StrictMath.rint(share * ALIKE) / ALIKE;
  }

  private List<Finding> findings(int i, List<LineTest> tests, List<LineTest.Outcome> outcomes) {
    List<Finding> findings = new ArrayList<>();
    for (int t = 0; t < tests.size(); t++) {
      LineTest.Outcome outcome = outcomes.get(t);
      if (outcome.isJudged(i) && believed(outcome.share(i)) > 0) {
        findings.add(new Finding(tests.get(t).suspicion(), outcome.share(i), outcome.figures(i)));
      }
    }
    findings.sort(
        Comparator.comparingDouble((Finding f) -> -f.share()).thenComparing(Finding::suspicion));
    return findings;
  }

  private Ranked ranked(
      int i, double share, List<Finding> findings, Peers prices, Optional<Stake> stake) {
    Held line = lines.get(i);
    stake.ifPresent(
        money -> findings.sort(Comparator.comparing(f -> f.suspicion() != money.suspicion())));
    return new Ranked(
        line.entryId(),
        line.line(),
        share,
        findings,
        new Ranked.Goods(line.product(), line.code(), line.origin(), line.importer()),
        line.hasPrice()
            ? prices.find(line).map(spread -> PriceAmongPeers.of(line, spread))
            : Optional.empty(),
        stake);
  }

  private static String key(Held line) {
    return line.entryId() + "/" + line.line();
  }

  /**
   * Those whose names, mixed with the seed, give the smallest numbers: no order of lines counts.
   */
  private List<String> sample(int controls, long seed) {
    record Drawn(long number, String key) {}
    List<Drawn> drawn = new ArrayList<>();
    for (Held line : lines) {
      String key = key(line);
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
