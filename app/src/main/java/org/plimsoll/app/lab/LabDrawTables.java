package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.study.Progress;
import org.plimsoll.planner.study.Reading;

/** Says what a state gives in draws of the parameters, in tables. */
public final class LabDrawTables implements LabDraws.Listener {
  private final int asked;
  private final Progress progress;
  private final List<LabDraw> drawn = new ArrayList<>();
  private final List<LabBand> bands = new ArrayList<>();

  private LabDrawTables(int asked, Progress progress) {
    this.asked = asked;
    this.progress = progress;
  }

  /**
   * An answer with its draws and their bands.
   *
   * @param answer of the central case, or a comparison with it
   * @param count of draws
   * @param progress told of each draw
   */
  public static Answer in(
      Answer answer, LabState state, int count, LabDraws draws, Progress progress) {
    LabDrawTables heard = new LabDrawTables(count, progress);
    draws.stream(state, count, SolverLimits.USUAL, () -> false, heard);
    Known known = draws.known(state);
    return answer
        .fact("drawnFrom", draws.drawnFrom())
        .with(
            heard.bandTable().knownAs(line -> known),
            heard.drawTable().knownAs(draw -> known).forPrograms())
        .remark(
            "Bands go from the 10th to the 90th percentile of draws from %s, around the median."
                    .formatted(draws.drawnFrom())
                + " A draw at the assumed ceiling counts with a price that is at least, and a gain"
                + " that is at most, what is written.");
  }

  @Override
  public void draw(LabDraw draw) {
    drawn.add(draw);
    progress.at(drawn.size(), asked, "draws");
  }

  @Override
  public void band(LabBand band) {
    bands.add(band);
  }

  /** One quantity of one band. */
  private record Line(LabBand band, LabQuantity quantity, LabBand.Range range) {}

  private Table<Line> bandTable() {
    List<Line> lines = new ArrayList<>();
    for (LabBand band : bands) {
      band.ranges().forEach((quantity, range) -> lines.add(new Line(band, quantity, range)));
    }
    return Table.of("bands", "In draws of the parameters", lines)
        .count("draws", "draws", line -> line.band().draws())
        .count("converged", "solved", line -> line.band().converged())
        .count("atCeiling", "at the ceiling", line -> line.band().atCeiling())
        .words("quantity", "of", line -> line.quantity().label())
        .count("known", "", line -> line.range().known())
        .figure("low", "10%", line -> line.range().value().low())
        .words("lowIs", "is", line -> LabBand.word(line.range().low()))
        .figure("median", "50%", line -> line.range().value().central())
        .figure("high", "90%", line -> line.range().value().high())
        .words("highIs", "is", line -> LabBand.word(line.range().high()));
  }

  private Table<LabDraw> drawTable() {
    Table<LabDraw> table =
        Table.of("draws", "Draw by draw", drawn).count("n", "draw", LabDraw::number);
    for (LabQuantity quantity : LabQuantity.values()) {
      table =
          table.cell(
              quantity.key(), quantity.label(), Kind.NUMBER, draw -> cell(draw.get(quantity)));
    }
    return table.flag("atCeiling", "at the ceiling", LabDraw::isAtCeiling);
  }

  private static Cell cell(Reading reading) {
    return switch (reading) {
      case Reading.Known known -> new Cell.Figure(known.value(), Cell.DIGITS);
      case Reading.Missing missing -> new Cell.Missing(missing.why());
    };
  }
}
