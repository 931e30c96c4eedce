package org.plimsoll.border.screening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.border.entry.EntryLine;

/** Customs value a tonne of content, as a robust z among peers; only low prices count. */
record PriceCheck() implements LineTest {
  @Override
  public Suspicion suspicion() {
    return Suspicion.UNIT_VALUE;
  }

  @Override
  public Outcome run(List<Held> lines) {
    Peers peers = new Peers(lines, Held::logUnitValue);
    return new TailOutcome(lines) {
      @Override
      Optional<Spread> spread(Held line) {
        return line.hasPrice() ? peers.find(line) : Optional.empty();
      }

      @Override
      double out(Held line, Spread spread) {
        return -spread.robustZ(line.logUnitValue());
      }

      // At the median of its peers.
      @Override
      Optional<EntryLine> findHonest(Held line, Spread spread, EntryLine declared) {
        double usual = StrictMath.exp(spread.median()) * line.contentTonnes();
        return Optional.of(Honest.of(declared).worth(StrictMath.round(usual)));
      }

      @Override
      String figures(Held line, Spread spread) {
        return String.format(
            Locale.ROOT,
            "a kilogram of content at %.1f%% of the median of %d peers, robust z %.1f",
            100 * StrictMath.exp(line.logUnitValue() - spread.median()),
            spread.count(),
            spread.robustZ(line.logUnitValue()));
      }
    };
  }
}
