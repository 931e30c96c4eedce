package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.plimsoll.model.provenance.Grade;

/**
 * Where the bands and bars of one diagram lie.
 *
 * <p>A country is as tall as the larger of what it takes in and what it gives out. Countries stand
 * in one order in every column and panel: by group, then by size over all panels, "others" last. It
 * crosses more bands than the best order would, and in return a reader finds a country in the same
 * place before and after.
 *
 * @param scale units a tonne
 * @param nodes by column, from the top
 * @param ribbons largest first, so that thin bands lie on wide ones
 */
record SankeyLayout(double scale, List<Node> nodes, List<Ribbon> ribbons) {
  /** Code of the countries folded together. */
  static final String OTHERS = "others";

  /** Least height that a country takes up, so that its label can be read. */
  static final double SLOT = 13;

  private static final double GAP = 5;
  private static final String REST_OF_WORLD = "ROW";
  private static final Through NOTHING = new Through(0, 0);

  /** A country at a stage. */
  record Node(int column, String code, double tonnes, double y, double height) {}

  /** A band; it starts at {@code startY}, ends at {@code endY} and is as wide at both. */
  record Ribbon(
      int stage,
      String from,
      String to,
      double tonnes,
      Grade grade,
      double startY,
      double endY,
      double width) {}

  /** A country at a stage, by name. */
  private record Spot(int column, String code) implements Comparable<Spot> {
    @Override
    public int compareTo(Spot other) {
      return Comparator.comparingInt(Spot::column).thenComparing(Spot::code).compare(this, other);
    }
  }

  /** What a country takes in and gives out. */
  private record Through(double in, double out) {
    double tonnes() {
      return Math.max(in, out);
    }

    Through plus(double moreIn, double moreOut) {
      return new Through(in + moreIn, out + moreOut);
    }
  }

  /** One layout a panel, all to one scale. */
  static List<SankeyLayout> of(Sankey sankey) {
    List<List<Sankey.Link>> folded = fold(sankey);
    List<NavigableMap<Spot, Through>> through = folded.stream().map(SankeyLayout::through).toList();
    Map<String, Integer> order = order(sankey, through);
    double scale = scale(through);
    List<SankeyLayout> layouts = new ArrayList<>();
    for (int p = 0; p < folded.size(); p++) {
      layouts.add(place(folded.get(p), through.get(p), order, scale));
    }
    return layouts;
  }

  /** Tonnes that pass a column. */
  double total(int column) {
    return nodes.stream().filter(n -> n.column() == column).mapToDouble(Node::tonnes).sum();
  }

  Optional<Node> find(int column, String code) {
    return nodes.stream().filter(n -> n.column() == column && n.code().equals(code)).findFirst();
  }

  /** Every country at every stage that any of the layouts has, as first met. */
  static List<Node> union(List<SankeyLayout> layouts) {
    NavigableMap<Spot, Node> all = new TreeMap<>();
    for (SankeyLayout layout : layouts) {
      layout.nodes().forEach(n -> all.putIfAbsent(new Spot(n.column(), n.code()), n));
    }
    return List.copyOf(all.values());
  }

  private static List<List<Sankey.Link>> fold(Sankey sankey) {
    SortedSet<Spot> kept = new TreeSet<>();
    for (Sankey.Panel panel : sankey.panels()) {
      NavigableMap<Spot, Through> through = through(panel.links());
      double[] totals = new double[sankey.stages().size()];
      through.forEach((spot, t) -> totals[spot.column()] += t.tonnes());
      through.forEach((spot, t) -> {
        boolean isLarge = t.tonnes() >= sankey.foldBelow() * totals[spot.column()];
        if (isLarge && t.tonnes() > 0 && !spot.code().equals(REST_OF_WORLD)) {
          kept.add(spot);
        }
      });
    }
    List<List<Sankey.Link>> folded = new ArrayList<>();
    for (Sankey.Panel panel : sankey.panels()) {
      folded.add(merged(panel.links(), kept));
    }
    return folded;
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

  private static Map<String, Integer> order(
      Sankey sankey, List<NavigableMap<Spot, Through>> through) {
    NavigableMap<String, Double> sizes = new TreeMap<>();
    through.forEach(
        panel -> panel.forEach((spot, t) -> sizes.merge(spot.code(), t.tonnes(), Double::sum)));
    List<String> codes = new ArrayList<>(sizes.keySet());
    codes.sort(
        Comparator.comparing((String code) -> code.equals(OTHERS))
            .thenComparing(code -> sankey.group(code).tone())
            .thenComparing(sizes::get, Comparator.reverseOrder())
            .thenComparing(Comparator.naturalOrder()));
    Map<String, Integer> order = new TreeMap<>();
    codes.forEach(code -> order.put(code, order.size()));
    return order;
  }

  /** The largest scale at which the fullest column still fits, found by halving. */
  private static double scale(List<NavigableMap<Spot, Through>> through) {
    double low = 0;
    double high = 0;
    for (NavigableMap<Spot, Through> panel : through) {
      double largest = panel.values().stream().mapToDouble(Through::tonnes).max().orElse(1);
      high = Math.max(high, Sankey.PANEL_HEIGHT / largest);
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      boolean fits = through.stream().allMatch(panel -> fits(panel, middle));
      low = fits ? middle : low;
      high = fits ? high : middle;
    }
    return low;
  }

  private static boolean fits(NavigableMap<Spot, Through> panel, double scale) {
    NavigableMap<Integer, Double> heights = new TreeMap<>();
    panel.forEach((spot, t) ->
        heights.merge(spot.column(), Math.max(SLOT, t.tonnes() * scale) + GAP, Double::sum));
    return heights.values().stream().allMatch(height -> height - GAP <= Sankey.PANEL_HEIGHT);
  }

  private static SankeyLayout place(
      List<Sankey.Link> links,
      NavigableMap<Spot, Through> through,
      Map<String, Integer> order,
      double scale) {
    List<Spot> spots = new ArrayList<>(through.keySet());
    spots.sort(Comparator.comparingInt(Spot::column).thenComparing(s -> order.get(s.code())));
    List<Node> nodes = new ArrayList<>();
    Map<Spot, Double> tops = new TreeMap<>();
    int column = -1;
    double y = 0;
    for (Spot spot : spots) {
      y = spot.column() == column ? y : 0;
      column = spot.column();
      double tonnes = through.getOrDefault(spot, NOTHING).tonnes();
      double height = tonnes * scale;
      double slot = Math.max(SLOT, height);
      double top = y + (slot - height) / 2;
      nodes.add(new Node(column, spot.code(), tonnes, top, height));
      tops.put(spot, top);
      y += slot + GAP;
    }
    return new SankeyLayout(scale, nodes, ribbons(links, tops, order, scale));
  }

  private static List<Ribbon> ribbons(
      List<Sankey.Link> links, Map<Spot, Double> tops, Map<String, Integer> order, double scale) {
    // Bands leave in the order of where they go and arrive in the order of where they come from.
    Map<Spot, Double> used = new HashMap<>(tops);
    Map<Sankey.Link, Double> starts = new HashMap<>();
    for (Sankey.Link link : sorted(links, l -> order.get(l.to()))) {
      Spot from = new Spot(link.stage(), link.from());
      double start = used.getOrDefault(from, 0d);
      starts.put(link, start);
      used.put(from, start + link.tonnes() * scale);
    }
    used = new HashMap<>(tops);
    List<Ribbon> ribbons = new ArrayList<>();
    for (Sankey.Link link : sorted(links, l -> order.get(l.from()))) {
      Spot to = new Spot(link.stage() + 1, link.to());
      double end = used.getOrDefault(to, 0d);
      double width = link.tonnes() * scale;
      used.put(to, end + width);
      ribbons.add(
          new Ribbon(
              link.stage(),
              link.from(),
              link.to(),
              link.tonnes(),
              link.grade(),
              starts.getOrDefault(link, 0d),
              end,
              width));
    }
    ribbons.sort(Comparator.comparingDouble(Ribbon::width).reversed());
    return ribbons;
  }

  private static List<Sankey.Link> sorted(List<Sankey.Link> links, ToIntFunction<Sankey.Link> key) {
    return links.stream().sorted(Comparator.comparingInt(key)).toList();
  }
}
