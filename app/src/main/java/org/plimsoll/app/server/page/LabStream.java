package org.plimsoll.app.server.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.plimsoll.app.lab.LabAnswer;
import org.plimsoll.app.lab.LabBand;
import org.plimsoll.app.lab.LabBeside;
import org.plimsoll.app.lab.LabDraw;
import org.plimsoll.app.lab.LabDrawn;
import org.plimsoll.app.lab.LabDraws;
import org.plimsoll.app.lab.LabQuantity;
import org.plimsoll.app.report.drawing.PriceLadder;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * Draws of a state as events of a stream, drawn: {@code hair} holds what each adds to the prices,
 * {@code band} the parts of the page that a band changes. Who reads no more ends them.
 */
final class LabStream implements LabDraws.Listener {
  static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int DRAWS = 100;

  private final OutputStream out;
  private final LabAnswer answer;
  private final Width width;
  private final SiteWorld site;
  private final List<LabDraw> drawn = new ArrayList<>();
  private LabBeside beside;

  /** The prices as the page shows them, on whose axis the next draws are. */
  private Optional<PriceLadder> prices;

  /**
   * @param answer in the central case
   * @param beside what the page shows it beside
   * @param site in whose language
   */
  LabStream(OutputStream out, LabAnswer answer, LabBeside beside, Width width, SiteWorld site) {
    this.out = out;
    this.answer = answer;
    this.beside = beside;
    this.width = width;
    this.site = site;
    prices = answer.pictures().flatMap(pictures -> pictures.prices(beside));
  }

  /** Writes draws and bands until there are a hundred, or the time is up; none without a market. */
  void write(LabDraws draws) throws IOException {
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      if (answer.isSolved()) {
        draws.stream(
            answer.state(), DRAWS, SolverLimits.USUAL, () -> System.nanoTime() > end, this);
      }
      event("done", "{}");
    } catch (CancellationException e) {
      event("bye", "{}");
    } catch (UncheckedIOException gone) {
      throw new IOException("nobody reads the draws", gone);
    }
  }

  @Override
  public void draw(LabDraw draw) {
    drawn.add(draw);
    Markup hairs =
        prices
            .map(ladder ->
                ladder.hairs(
                    LabDrawn.price(draw, LabQuantity.ALLIANCE_PRICE),
                    LabDrawn.price(draw, LabQuantity.THIRD_COUNTRIES_PRICE),
                    width))
            .orElse(Markup.NONE);
    event("hair", Tag.of("svg").add(hairs).markup().toString());
  }

  @Override
  public void band(LabBand band) {
    beside = new LabBeside(Optional.of(new LabDrawn(drawn, band)), beside.first());
    prices = answer.pictures().flatMap(pictures -> pictures.prices(beside));
    event("band", LabParts.drawn(answer, beside, width, site).toString());
  }

  private void event(String name, String data) {
    String lines = data.replace("\n", "\ndata: ");
    try {
      out.write("event: %s\ndata: %s\n\n".formatted(name, lines).getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
