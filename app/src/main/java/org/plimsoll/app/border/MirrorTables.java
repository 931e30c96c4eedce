package org.plimsoll.app.border;

import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.border.screening.MirrorFit;
import org.plimsoll.border.screening.MirrorGap;
import org.plimsoll.border.screening.MirrorRow;
import org.plimsoll.border.screening.MirrorScreen;

/** What {@code plimsoll screen --mirror} says. */
final class MirrorTables {
  private MirrorTables() {}

  static Answer answer(List<MirrorRow> rows, int top, String noVerdict) {
    List<MirrorFit> fits = MirrorScreen.fit(rows);
    Answer answer = Answer.of("Mirror screening").remark(noVerdict);
    return (fits.isEmpty()
            ? answer.remark(
                "No pair of countries has %d codes with both figures and duties that differ:"
                        .formatted(MirrorScreen.LEAST)
                    + " nothing is fitted.")
            : answer.with(slopes(fits), codes(fits, top)))
        .remark(
            "A slope of 3 says that with each point of duty 3% less of what was exported arrives in"
                + " the importer's books. It is of all codes together; of one code it proves"
                + " nothing.",
            "Else it may be: goods on the way at the turn of the year, transit that one side books"
                + " and the other does not, codes that two offices read differently, duties that"
                + " fall on goods of higher freight.");
  }

  private static Table<MirrorFit> slopes(List<MirrorFit> fits) {
    return Table.of("slopes", "How gaps go with duty: ln(exported ÷ imported) = α + β × duty", fits)
        .country("exporter", "from", MirrorFit::exporter)
        .country("importer", "to", MirrorFit::importer)
        .words("period", "period", MirrorFit::period)
        .words("unit", "unit", MirrorFit::unit)
        .count("codes", "codes", MirrorFit::codes)
        .count("leftOut", "left out", MirrorFit::leftOut)
        .figure("intercept", "α", MirrorFit::intercept)
        .figure("slope", "β", MirrorFit::slope)
        .figure("standardError", "standard error", MirrorFit::standardError);
  }

  private record Missed(MirrorFit fit, MirrorGap gap) {}

  private static Table<Missed> codes(List<MirrorFit> fits, int top) {
    List<Missed> rows =
        fits.stream()
            .flatMap(fit ->
                fit.gaps().stream()
                    .filter(gap -> gap.share() > 0)
                    .limit(top)
                    .map(gap -> new Missed(fit, gap)))
            .toList();
    return Table.of("codes", "Codes short of most as far as it goes with duty", rows)
        .words("code", "code", r -> r.gap().code())
        .country("exporter", "from", r -> r.fit().exporter())
        .country("importer", "to", r -> r.fit().importer())
        .words("period", "period", r -> r.fit().period())
        .words("unit", "unit", r -> r.fit().unit())
        .figure("exported", "exported", r -> r.gap().exported())
        .figure("imported", "imported", r -> r.gap().imported())
        .share("duty", "duty", r -> r.gap().duty())
        .share("share", "not explained", r -> r.gap().share());
  }
}
