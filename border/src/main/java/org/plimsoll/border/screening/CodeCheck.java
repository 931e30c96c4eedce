package org.plimsoll.border.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.model.quantity.Share;

/**
 * Value a kilogram of goods, whatever assay is declared: lines above their code's usual price that
 * lie within that of a dearer code of the same commodity.
 */
record CodeCheck() implements LineTest {
  /** So near the other code's median that the goods might be its. */
  private static final double NEAR = 2;

  @Override
  public Suspicion suspicion() {
    return Suspicion.RELABELLING;
  }

  /** Another code of the commodity, and how it is priced. */
  private record Neighbour(Goods goods, Spread spread) {
    String code() {
      return goods.code();
    }
  }

  /** A code, what its assays count, and the assay of the first line of it, in millionths. */
  private record Goods(String code, String basis, long assay) {
    static Goods of(Held line) {
      long millionths = StrictMath.round(line.contentMilligrams() * 1000.0 / line.massGrams());
      return new Goods(line.code(), line.basis(), StrictMath.clamp(millionths, 1, 1_000_000));
    }
  }

  @Override
  public Outcome run(List<Held> lines) {
    Peers peers = new Peers(lines, Held::logGrossValue);
    SortedMap<String, Held> kinds = new TreeMap<>();
    for (Held line : lines) {
      if (line.hasPrice()) {
        kinds.putIfAbsent(Peers.wide(line), line);
      }
    }
    SortedMap<String, List<Neighbour>> neighbours = new TreeMap<>();
    for (Held kind : kinds.values()) {
      List<Neighbour> others = new ArrayList<>();
      for (Held other : kinds.values()) {
        if (kind.terms().equals(other.terms()) && isOther(kind, other)) {
          peers
              .findWide(Peers.wide(other))
              .ifPresent(spread -> others.add(new Neighbour(Goods.of(other), spread)));
        }
      }
      neighbours.put(Peers.wide(kind), others);
    }
    return new TailOutcome(lines) {
      @Override
      Optional<Spread> spread(Held line) {
        if (!line.hasPrice()) {
          return Optional.empty();
        }
        return peers.find(line).filter(spread -> findDearer(line, spread).isPresent());
      }

      @Override
      double out(Held line, Spread spread) {
        boolean isLikeIt =
            findDearer(line, spread)
                .filter(
                    other -> StrictMath.abs(other.spread().robustZ(line.logGrossValue())) < NEAR)
                .isPresent();
        return isLikeIt ? spread.robustZ(line.logGrossValue()) : 0;
      }

      // Under the dearer code, of an assay that is usual there.
      @Override
      Optional<EntryLine> findHonest(Held line, Spread spread, EntryLine declared) {
        return findDearer(line, spread)
            .map(Neighbour::goods)
            .map(goods ->
                Honest.of(declared).under(goods.code(), goods.basis(), new Share(goods.assay())));
      }

      @Override
      String figures(Held line, Spread spread) {
        Neighbour other =
            findDearer(line, spread).orElseGet(() -> new Neighbour(Goods.of(line), spread));
        return String.format(
            Locale.ROOT,
            "a kilogram of goods at %.2f times the median of its code, robust z %.1f; at %.2f times"
                + " that of %s, robust z %.1f",
            StrictMath.exp(line.logGrossValue() - spread.median()),
            spread.robustZ(line.logGrossValue()),
            StrictMath.exp(line.logGrossValue() - other.spread().median()),
            other.code(),
            other.spread().robustZ(line.logGrossValue()));
      }

      // Of dearer codes that with the price nearest to the line's.
      private Optional<Neighbour> findDearer(Held line, Spread own) {
        Optional<Neighbour> nearest = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (Neighbour other : neighbours.getOrDefault(Peers.wide(line), List.of())) {
          double z = StrictMath.abs(other.spread().robustZ(line.logGrossValue()));
          if (other.spread().median() > own.median() && z < least) {
            least = z;
            nearest = Optional.of(other);
          }
        }
        return nearest;
      }
    };
  }

  private static boolean isOther(Held one, Held other) {
    return !one.code().equals(other.code())
        && one.product().isPresent()
        && other.product().isPresent()
        && Catalogue.isNeighbour(one.product().get(), other.product().get());
  }
}
