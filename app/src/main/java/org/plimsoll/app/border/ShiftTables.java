package org.plimsoll.app.border;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.border.screening.Catalogue;
import org.plimsoll.border.screening.Shift;
import org.plimsoll.border.screening.Suspicion;
import org.plimsoll.border.screening.TradeRow;
import org.plimsoll.border.screening.TradeScreen;

/** What {@code plimsoll screen --trade} says. */
public final class ShiftTables {
  private static final int DIGITS = 3;

  private ShiftTables() {}

  public static Answer answer(
      List<TradeRow> rows, TradeScreen screen, Catalogue catalogue, String noVerdict) {
    List<Shift> origins = screen.listOrigins(rows);
    List<Shift> destinations = screen.listDestinations(rows);
    List<Table> tables = new ArrayList<>();
    if (!origins.isEmpty()) {
      tables.add(
          table(
              "origins",
              "Origins that grow where the restricted one falls",
              "of its fall",
              origins,
              catalogue));
    }
    if (!destinations.isEmpty()) {
      tables.add(
          table(
              "destinations",
              "Buyers that take more from the restricted origin",
              "of others' fall",
              destinations,
              catalogue));
    }
    List<String> remarks = new ArrayList<>();
    remarks.add(noVerdict);
    if (origins.isEmpty()) {
      remarks.add(
          "Into no importer of the table does the restricted origin fall while others grow.");
    }
    remarks.add("Else it may be: " + Suspicion.SURGE.innocent() + "; a heading of several goods.");
    remarks.add("Output is that of the pack in tonnes of content; a few periods give no error.");
    return new Answer(new TreeMap<>(), tables, remarks);
  }

  private static Table table(
      String key, String title, String refilled, List<Shift> shifts, Catalogue catalogue) {
    Answer.Builder table =
        Table.of(
            key,
            title,
            new Column("code", "code"),
            new Column("exporter", "from"),
            new Column("importer", "to"),
            new Column("unit", "unit"),
            new Column("before", "before"),
            new Column("after", "after"),
            new Column("refilled", refilled),
            new Column("share", "not explained"),
            new Column("outputTonnes", "exporter makes t"));
    for (Shift shift : shifts) {
      table.row(
          Cell.words(shift.code()),
          Cell.words(shift.exporter()),
          Cell.words(shift.importer()),
          Cell.words(shift.unit()),
          new Cell.Figure(shift.before(), DIGITS),
          new Cell.Figure(shift.after(), DIGITS),
          new Cell.Share(shift.refilled(), DIGITS),
          new Cell.Share(shift.share(), DIGITS),
          Cell.figure(catalogue.findOutput(shift.code(), shift.exporter()), DIGITS));
    }
    return table.build();
  }
}
