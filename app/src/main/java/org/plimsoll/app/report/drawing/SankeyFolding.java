package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The flows of one panel with its small countries folded into {@link #OTHERS}.
 *
 * @param links one for each pair of countries of a stage, none of 0 t
 * @param through what each country at a stage takes in and gives out
 * @param first tonnes of the sankey's first panel under the same folding
 */
record SankeyFolding(
    List<Sankey.Link> links,
    NavigableMap<Spot, Through> through,
    NavigableMap<Spot, Through> first) {
  /** Code of the countries folded together. */
  static final String OTHERS = "others";

  static final Through NOTHING = new Through(0, 0);
  private static final String REST_OF_WORLD = "ROW";

  /** A country at a stage, by name. */
  record Spot(int column, String code) implements Comparable<Spot> {
    @Override
    public int compareTo(Spot other) {
      return column == other.column
          ? code.compareTo(other.code)
          : Integer.compare(column, other.column);
    }
  }

  /** What a country takes in and gives out. */
  record Through(double in, double out) {
    double tonnes() {
      return Math.max(in, out);
    }

    private Through plus(double moreIn, double moreOut) {
      return new Through(in + moreIn, out + moreOut);
    }
  }

  /**
   * One folding a panel. The first panel keeps its own large countries whatever the later ones
   * hold; a later one keeps the same, and besides those that are large in it.
   *
   * @param most countries that a panel keeps a column, besides those that an earlier one keeps
   */
  static List<SankeyFolding> of(Sankey sankey, int most) {
    List<SankeyFolding> foldings = new ArrayList<>();
    for (Sankey.Panel panel : sankey.panels()) {
      SortedSet<Spot> kept = large(sankey, sankey.panels().getFirst(), most);
      kept.addAll(large(sankey, panel, most));
      foldings.add(folded(sankey, panel, kept));
    }
    return foldings;
  }

  /** Foldings that keep what is large in any panel, for a table whose rows all panels share. */
  static List<SankeyFolding> shared(Sankey sankey) {
    SortedSet<Spot> kept = new TreeSet<>();
    sankey.panels().forEach(panel -> kept.addAll(large(sankey, panel, Integer.MAX_VALUE)));
    return sankey.panels().stream().map(panel -> folded(sankey, panel, kept)).toList();
  }

  private static SankeyFolding folded(Sankey sankey, Sankey.Panel panel, SortedSet<Spot> kept) {
    List<Sankey.Link> links = merged(panel.links(), kept);
    List<Sankey.Link> first = merged(sankey.panels().getFirst().links(), kept);
    return new SankeyFolding(links, through(links), through(first));
  }

  private static SortedSet<Spot> large(Sankey sankey, Sankey.Panel panel, int most) {
    NavigableMap<Spot, Through> through = through(panel.links());
    double[] totals = new double[sankey.stages().size()];
    through.forEach((spot, t) -> totals[spot.column()] += t.tonnes());
    int[] counts = new int[sankey.stages().size()];
    SortedSet<Spot> large = new TreeSet<>();
    through.entrySet().stream()
        .filter(entry -> !entry.getKey().code().equals(REST_OF_WORLD))
        .sorted(
            Comparator.comparingDouble(
                (Map.Entry<Spot, Through> entry) -> -entry.getValue().tonnes()))
        .forEach(entry -> {
          Spot spot = entry.getKey();
          double tonnes = entry.getValue().tonnes();
          boolean isLarge = tonnes > 0 && tonnes >= sankey.foldBelow() * totals[spot.column()];
          if (isLarge && counts[spot.column()]++ < most) {
            large.add(spot);
          }
        });
    return large;
  }

  private static List<Sankey.Link> merged(List<Sankey.Link> links, SortedSet<Spot> kept) {
    NavigableMap<String, Sankey.Link> merged = new TreeMap<>();
    for (Sankey.Link link : links) {
      if (link.tonnes() == 0) {
        continue;
      }
      String from = kept.contains(new Spot(link.stage(), link.from())) ? link.from() : OTHERS;
      String to = kept.contains(new Spot(link.stage() + 1, link.to())) ? link.to() : OTHERS;
      merged.merge(
          link.stage() + "|" + from + "|" + to,
          new Sankey.Link(link.stage(), from, to, link.tonnes(), link.grade()),
          (a, b) ->
              new Sankey.Link(
                  a.stage(), from, to, a.tonnes() + b.tonnes(), a.grade().worse(b.grade())));
    }
    return List.copyOf(merged.values());
  }

  private static NavigableMap<Spot, Through> through(List<Sankey.Link> links) {
    NavigableMap<Spot, Through> through = new TreeMap<>();
    for (Sankey.Link link : links) {
      Spot from = new Spot(link.stage(), link.from());
      Spot to = new Spot(link.stage() + 1, link.to());
      through.put(from, through.getOrDefault(from, NOTHING).plus(0, link.tonnes()));
      through.put(to, through.getOrDefault(to, NOTHING).plus(link.tonnes(), 0));
    }
    return through;
  }

  /** Tonnes of a country at a stage; 0 where it is not. */
  double tonnes(Spot spot) {
    return through.getOrDefault(spot, NOTHING).tonnes();
  }
}
