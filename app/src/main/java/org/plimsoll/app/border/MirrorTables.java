package org.plimsoll.app.border;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.border.screening.MirrorFit;
import org.plimsoll.border.screening.MirrorGap;
import org.plimsoll.border.screening.MirrorRow;
import org.plimsoll.border.screening.MirrorScreen;

/** What {@code plimsoll screen --mirror} says. */
public final class MirrorTables {
  private static final int DIGITS = 3;

  private MirrorTables() {}

  public static Answer answer(List<MirrorRow> rows, int top, String noVerdict) {
    List<MirrorFit> fits = MirrorScreen.fit(rows);
    List<Table> tables = new ArrayList<>();
    if (!fits.isEmpty()) {
      tables.add(slopes(fits));
      tables.add(codes(fits, top));
    }
    List<String> remarks = new ArrayList<>();
    remarks.add(noVerdict);
    if (fits.isEmpty()) {
      remarks.add(
          "No pair of countries has %d codes with both figures and duties that differ: nothing is"
                  .formatted(MirrorScreen.LEAST)
              + " fitted.");
    }
    remarks.add(
        "A slope of 3 says that with each point of duty 3% less of what was exported arrives in the"
            + " importer's books. It is of all codes together; of one code it proves nothing.");
    remarks.add(
        "Else it may be: goods on the way at the turn of the year, transit that one side books and"
            + " the other does not, codes that two offices read differently, duties that fall on"
            + " goods of higher freight.");
    return new Answer(new TreeMap<>(), tables, remarks);
  }

  private static Table slopes(List<MirrorFit> fits) {
    Answer.Builder table =
        Table.of(
            "slopes",
            "How gaps go with duty: ln(exported ÷ imported) = α + β × duty",
            new Column("exporter", "from"),
            new Column("importer", "to"),
            new Column("period", "period"),
            new Column("unit", "unit"),
            new Column("codes", "codes"),
            new Column("leftOut", "left out"),
            new Column("intercept", "α"),
            new Column("slope", "β"),
            new Column("standardError", "standard error"));
    for (MirrorFit fit : fits) {
      table.row(
          Cell.words(fit.exporter()),
          Cell.words(fit.importer()),
          Cell.words(fit.period()),
          Cell.words(fit.unit()),
          new Cell.Whole(fit.codes()),
          new Cell.Whole(fit.leftOut()),
          new Cell.Figure(fit.intercept(), DIGITS),
          new Cell.Figure(fit.slope(), DIGITS),
          new Cell.Figure(fit.standardError(), DIGITS));
    }
    return table.build();
  }

  private static Table codes(List<MirrorFit> fits, int top) {
    Answer.Builder table =
        Table.of(
            "codes",
            "Codes short of most as far as it goes with duty",
            new Column("code", "code"),
            new Column("exporter", "from"),
            new Column("importer", "to"),
            new Column("period", "period"),
            new Column("unit", "unit"),
            new Column("exported", "exported"),
            new Column("imported", "imported"),
            new Column("duty", "duty"),
            new Column("share", "not explained"));
    for (MirrorFit fit : fits) {
      for (MirrorGap gap : fit.gaps().stream().filter(g -> g.share() > 0).limit(top).toList()) {
        table.row(
            Cell.words(gap.code()),
            Cell.words(fit.exporter()),
            Cell.words(fit.importer()),
            Cell.words(fit.period()),
            Cell.words(fit.unit()),
            new Cell.Figure(gap.exported(), DIGITS),
            new Cell.Figure(gap.imported(), DIGITS),
            new Cell.Share(gap.duty(), DIGITS),
            new Cell.Share(gap.share(), DIGITS));
      }
    }
    return table.build();
  }
}
