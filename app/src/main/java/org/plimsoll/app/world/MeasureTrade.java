package org.plimsoll.app.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.build.MeasuredTrade;
import org.plimsoll.sources.build.MeasuredTrade.Change;
import org.plimsoll.sources.pack.Pack;

/**
 * Measures the flows of a world anew by a whole year of BACI or UN Comtrade, and writes it if
 * nothing is wrong.
 *
 * @param raw folder with the release
 * @param hand folder of hand-written rules
 * @param from world to start from
 * @param world folder to write
 */
public record MeasureTrade(Path raw, Path hand, Path from, Path world) {
  /**
   * What changed, by product.
   *
   * @throws Refusal if a folder cannot be read or written, before the work, or a row is wrong
   */
  public Answer run() {
    if (!Files.isDirectory(raw)) {
      throw Refusal.of("--raw is " + raw + ", which is no folder", "name that of the release");
    }
    BuildWorld.requirePack(world);
    Loaded<Evidence> base = Pack.read(from);
    if (base.hasErrors()) {
      throw Refusal.ofIssues("the world in " + from, base.issues());
    }
    Loaded<Optional<MeasuredTrade.Measured>> measured = measure(base.value());
    if (measured.value().isEmpty()) {
      throw Refusal.ofIssues("the release in " + raw, measured.issues());
    }
    MeasuredTrade.Measured found = measured.value().get();
    Loaded<Evidence> again = BuildWorld.readBack(found.world());
    if (again.hasErrors()) {
      throw Refusal.ofIssues("the world with this trade", again.issues());
    }
    BuildWorld.write(found.world(), world, hand);
    return Answer.of("The world, its trade measured")
        .with(table(found.changes()))
        .remark(
            "%,d rows read: %,d of a code and year in use."
                .formatted(measured.rows().read(), measured.rows().accepted()));
  }

  private Loaded<Optional<MeasuredTrade.Measured>> measure(Evidence base) {
    try {
      return MeasuredTrade.of(base, raw, hand);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + raw, e);
    }
  }

  private static Table<Change> table(List<Change> changes) {
    return Table.of("measured", "Trade between countries, before and with the release", changes)
        .words("product", "product", change -> change.product().toString())
        .count("flowsBefore", "flows before", change -> change.before().flows())
        .count("flows", "after", change -> change.after().flows())
        .figure("tonnesBefore", "traded t before", change -> change.before().tonnes())
        .figure("tonnes", "after", change -> change.after().tonnes())
        .share("observedBefore", "observed before", change -> change.before().share())
        .share("observed", "after", change -> change.after().share());
  }
}
