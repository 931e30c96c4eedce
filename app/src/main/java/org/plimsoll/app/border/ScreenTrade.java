package org.plimsoll.app.border;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.screen.MirrorFile;
import org.plimsoll.border.files.screen.TradeFile;
import org.plimsoll.border.screening.Catalogue;
import org.plimsoll.border.screening.TradeRow;
import org.plimsoll.border.screening.TradeScreen;
import org.plimsoll.model.evidence.Evidence;

/**
 * Whether other origins grow where a restricted one falls.
 *
 * @param file a table of trade
 * @param restricted the exporter that the measure is about
 * @param since first period of the measure, as the table writes it
 */
public record ScreenTrade(Path file, String restricted, String since) {
  /**
   * Screens the table.
   *
   * @throws Refusal if it has no such exporter, or no period before and after
   */
  public Answer answer(Evidence evidence) throws IOException {
    List<TradeRow> rows = TradeFile.read(file);
    SortedSet<String> exporters = new TreeSet<>();
    rows.forEach(row -> exporters.add(row.exporter()));
    if (!exporters.contains(restricted)) {
      String near = Nearest.wayOut(restricted, exporters);
      throw Refusal.of(
          "the table %s has no exporter '%s'".formatted(file, restricted),
          near.isEmpty() ? "one of " + String.join(", ", exporters) : near);
    }
    SortedSet<String> periods = new TreeSet<>();
    rows.forEach(row -> periods.add(row.period()));
    if (periods.headSet(since).isEmpty() || periods.tailSet(since).isEmpty()) {
      throw Refusal.of(
          "--since is '%s', but the periods of %s are from %s to %s"
              .formatted(since, file, periods.first(), periods.last()),
          "name one of them behind the first");
    }
    return ShiftTables.answer(
        rows,
        new TradeScreen(restricted, since),
        new Catalogue(evidence),
        ScreenEntries.NO_VERDICT);
  }

  /**
   * Whether goods go missing as duty rises, by what both sides declare.
   *
   * @param file a table of it
   * @param top codes to show
   */
  public static Answer ofMirror(Path file, int top) throws IOException {
    return MirrorTables.answer(MirrorFile.read(file), top, ScreenEntries.NO_VERDICT);
  }
}
