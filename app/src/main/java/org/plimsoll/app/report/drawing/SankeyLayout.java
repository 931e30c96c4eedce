package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.plimsoll.app.report.drawing.SankeyFolding.Spot;
import org.plimsoll.app.report.drawing.SankeyFolding.Through;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.model.provenance.Grade;

/**
 * Where the bands and bars of one diagram lie, along its columns.
 *
 * <p>A country is as tall as the larger of what it takes in and what it gives out. The first panel
 * decides: which countries are folded, their order (by group, then by size, "others" last), and the
 * scale. So nothing in it moves when a later panel changes, and a reader finds a country in the
 * same place before and after. A country that is large in a later panel alone stands behind those
 * of the first. The order crosses more bands than the best one would.
 *
 * @param scale units a tonne, the same in all panels
 * @param extent length of the columns, units; longer than the first panel's where more passes
 * @param nodes by column, from the start of the column
 * @param ribbons largest first, so that thin bands lie on wide ones
 */
record SankeyLayout(double scale, double extent, List<Node> nodes, List<Ribbon> ribbons) {
  private static final double GAP = 5;

  /** A country at a stage; {@code first} is what it has in the first panel. */
  record Node(int column, String code, double tonnes, double first, double y, double height) {}

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

  /**
   * Room along a column.
   *
   * @param extent of the first panel, units
   * @param longest extent that a later panel may take before all are drawn smaller
   * @param countries that each panel may name a column
   * @param slot least length that a country takes up, by code, so that its label can be read
   */
  record Room(double extent, double longest, int countries, ToDoubleFunction<String> slot) {}

  /** One layout a panel, all to one scale. */
  static List<SankeyLayout> of(Sankey sankey, Room room) {
    List<SankeyFolding> foldings = SankeyFolding.of(sankey, room.countries());
    Map<Spot, Integer> order = order(sankey, foldings);
    double scale = scale(foldings, room);
    return foldings.stream().map(folding -> place(folding, order, scale, room)).toList();
  }

  /** Tonnes that pass a column. */
  double total(int column) {
    return nodes.stream().filter(n -> n.column() == column).mapToDouble(Node::tonnes).sum();
  }

  /** The middle of what the same country has here; where it has nothing, of the node itself. */
  double middle(Node like) {
    Node here = find(like.column(), like.code()).orElse(like);
    return here.y() + here.height() / 2;
  }

  Optional<Node> find(int column, String code) {
    return nodes.stream().filter(n -> n.column() == column && n.code().equals(code)).findFirst();
  }

  /** Countries of the first panel by group and size, then those that later panels add. */
  private static Map<Spot, Integer> order(Sankey sankey, List<SankeyFolding> foldings) {
    NavigableMap<String, Double> sizes = new TreeMap<>();
    if (!foldings.isEmpty()) {
      foldings
          .getFirst()
          .through()
          .forEach((spot, t) -> sizes.merge(spot.code(), t.tonnes(), Double::sum));
    }
    Comparator<Spot> inPanel =
        Comparator.comparing((Spot spot) -> spot.code().equals(SankeyFolding.OTHERS))
            .thenComparing(spot -> tone(sankey, spot))
            .thenComparing(spot -> sizes.getOrDefault(spot.code(), 0d), Comparator.reverseOrder())
            .thenComparing(Spot::code)
            .thenComparingInt(Spot::column);
    Map<Spot, Integer> order = new TreeMap<>();
    for (SankeyFolding folding : foldings) {
      folding.through().keySet().stream()
          .filter(spot -> !order.containsKey(spot))
          .sorted(inPanel)
          .toList()
          .forEach(spot -> order.put(spot, order.size()));
    }
    return order;
  }

  private static Tone tone(Sankey sankey, Spot spot) {
    return sankey.group(spot.code()).tone();
  }

  /**
   * The scale that fills the first panel with anything in it. Only where a later panel would be
   * longer than the room has is it that one's.
   */
  private static double scale(List<SankeyFolding> foldings, Room room) {
    List<SankeyFolding> filled = foldings.stream().filter(f -> !f.through().isEmpty()).toList();
    if (filled.isEmpty()) {
      return 0;
    }
    double scale = scale(filled.getFirst(), room, room.extent());
    for (SankeyFolding later : filled) {
      if (length(later, scale, room) > room.longest()) {
        scale = scale(later, room, room.longest());
      }
    }
    return scale;
  }

  /** The largest scale at which the fullest column is within a length, found by halving. */
  private static double scale(SankeyFolding folding, Room room, double length) {
    double low = 0;
    double high =
        length / folding.through().values().stream().mapToDouble(Through::tonnes).max().orElse(1);
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      boolean fits = length(folding, middle, room) <= length;
      low = fits ? middle : low;
      high = fits ? high : middle;
    }
    return low;
  }

  /** Length of the fullest column. */
  private static double length(SankeyFolding folding, double scale, Room room) {
    NavigableMap<Integer, Double> lengths = new TreeMap<>();
    folding
        .through()
        .forEach((spot, t) ->
            lengths.merge(
                spot.column(),
                Math.max(room.slot().applyAsDouble(spot.code()), t.tonnes() * scale) + GAP,
                Double::sum));
    return lengths.values().stream().mapToDouble(length -> length - GAP).max().orElse(0);
  }

  private static SankeyLayout place(
      SankeyFolding folding, Map<Spot, Integer> order, double scale, Room room) {
    List<Spot> spots = new ArrayList<>(folding.through().keySet());
    spots.sort(Comparator.comparingInt(Spot::column).thenComparing(order::get));
    List<Node> nodes = new ArrayList<>();
    Map<Spot, Double> tops = new TreeMap<>();
    int column = -1;
    double y = 0;
    for (Spot spot : spots) {
      y = spot.column() == column ? y : 0;
      column = spot.column();
      double tonnes = folding.tonnes(spot);
      double first = folding.first().getOrDefault(spot, SankeyFolding.NOTHING).tonnes();
      double height = tonnes * scale;
      double slot = Math.max(room.slot().applyAsDouble(spot.code()), height);
      double top = y + (slot - height) / 2;
      nodes.add(new Node(column, spot.code(), tonnes, first, top, height));
      tops.put(spot, top);
      y += slot + GAP;
    }
    double extent = Math.max(room.extent(), length(folding, scale, room));
    return new SankeyLayout(scale, extent, nodes, ribbons(folding.links(), tops, order, scale));
  }

  private static List<Ribbon> ribbons(
      List<Sankey.Link> links, Map<Spot, Double> tops, Map<Spot, Integer> order, double scale) {
    // Bands leave in the order of where they go and arrive in the order of where they come from.
    Map<Spot, Double> used = new HashMap<>(tops);
    Map<Sankey.Link, Double> starts = new HashMap<>();
    for (Sankey.Link link : sorted(links, l -> order.getOrDefault(to(l), 0))) {
      double start = used.getOrDefault(from(link), 0d);
      starts.put(link, start);
      used.put(from(link), start + link.tonnes() * scale);
    }
    used = new HashMap<>(tops);
    List<Ribbon> ribbons = new ArrayList<>();
    for (Sankey.Link link : sorted(links, l -> order.getOrDefault(from(l), 0))) {
      double end = used.getOrDefault(to(link), 0d);
      double width = link.tonnes() * scale;
      used.put(to(link), end + width);
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

  private static Spot from(Sankey.Link link) {
    return new Spot(link.stage(), link.from());
  }

  private static Spot to(Sankey.Link link) {
    return new Spot(link.stage() + 1, link.to());
  }

  private static List<Sankey.Link> sorted(List<Sankey.Link> links, ToIntFunction<Sankey.Link> key) {
    return links.stream().sorted(Comparator.comparingInt(key)).toList();
  }
}
