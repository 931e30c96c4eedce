package org.plimsoll.app.border;

import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.border.screening.Catalogue;
import org.plimsoll.border.screening.Shift;
import org.plimsoll.border.screening.Suspicion;
import org.plimsoll.border.screening.TradeRow;
import org.plimsoll.border.screening.TradeScreen;

/** What {@code plimsoll screen --trade} says. */
final class ShiftTables {
  private ShiftTables() {}

  static Answer answer(
      List<TradeRow> rows, TradeScreen screen, Catalogue catalogue, String noVerdict) {
    List<Shift> origins = screen.listOrigins(rows);
    List<Shift> destinations = screen.listDestinations(rows);
    Answer answer = Answer.of("Screening of trade").remark(noVerdict);
    answer =
        origins.isEmpty()
            ? answer.remark(
                "Into no importer of the table does the restricted origin fall while others grow.")
            : answer.with(
                table(
                    "origins",
                    "Origins that grow where the restricted one falls",
                    "of its fall",
                    origins,
                    catalogue));
    if (!destinations.isEmpty()) {
      answer =
          answer.with(
              table(
                  "destinations",
                  "Buyers that take more from the restricted origin",
                  "of others' fall",
                  destinations,
                  catalogue));
    }
    return answer.remark(
        "Else it may be: " + Suspicion.SURGE.innocent() + "; a heading of several goods.",
        "Output is that of the pack in tonnes of content; a few periods give no error.");
  }

  private static Table<Shift> table(
      String key, String title, String refilled, List<Shift> shifts, Catalogue catalogue) {
    return Table.of(key, title, shifts)
        .words("code", "code", Shift::code)
        .country("exporter", "from", Shift::exporter)
        .country("importer", "to", Shift::importer)
        .words("unit", "unit", Shift::unit)
        .figure("before", "before", Shift::before)
        .figure("after", "after", Shift::after)
        .share("refilled", refilled, Shift::refilled)
        .share("share", "not explained", Shift::share)
        .figure(
            "outputTonnes",
            "exporter makes t",
            s -> catalogue.findOutput(s.code(), s.exporter()),
            "not known");
  }
}
