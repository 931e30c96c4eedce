package org.plimsoll.border.screening;

import java.util.List;
import java.util.Optional;
import org.plimsoll.border.entry.EntryLine;

/** Of lines that lie far out, how many more there are than chance would have. */
abstract class TailOutcome implements LineTest.Outcome {
  /** Nearer to the median than so many widths nothing is odd, however many lines lie there. */
  private static final double ODD = 2;

  private final List<Held> lines;
  private double[] shares = {};

  TailOutcome(List<Held> lines) {
    this.lines = lines;
  }

  /** The peers of a line; empty if the test cannot judge it. */
  abstract Optional<Spread> spread(Held line);

  /** Widths by which the line lies out on the side that the test looks at. */
  abstract double out(Held line, Spread spread);

  /** Probability that chance puts an honest line so far out. */
  private double chance(Held line, Spread spread) {
    double out = out(line, spread);
    return out < ODD ? 1 : Tail.above(out);
  }

  abstract String figures(Held line, Spread spread);

  /** What would have been declared: of another value, or another code. */
  abstract Optional<EntryLine> findHonest(Held line, Spread spread, EntryLine declared);

  @Override
  public Optional<EntryLine> findHonest(int i, EntryLine declared) {
    Held line = lines.get(i);
    return spread(line).flatMap(spread -> findHonest(line, spread, declared));
  }

  @Override
  public boolean isJudged(int i) {
    return spread(lines.get(i)).isPresent();
  }

  @Override
  public double share(int i) {
    if (shares.length != lines.size()) {
      shares = compute();
    }
    return shares[i];
  }

  private double[] compute() {
    double[] all = new double[lines.size()];
    int[] where = new int[lines.size()];
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      Optional<Spread> spread = spread(lines.get(i));
      if (spread.isPresent()) {
        all[count] = chance(lines.get(i), spread.get());
        where[count++] = i;
      }
    }
    double[] found = Tail.beyondChance(java.util.Arrays.copyOf(all, count));
    double[] placed = new double[lines.size()];
    for (int j = 0; j < count; j++) {
      placed[where[j]] = found[j];
    }
    return placed;
  }

  @Override
  public String figures(int i) {
    Held line = lines.get(i);
    return spread(line).map(spread -> figures(line, spread)).orElse("");
  }
}
