package org.plimsoll.app.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.plimsoll.app.lab.LabBand;
import org.plimsoll.app.lab.LabDraw;
import org.plimsoll.app.lab.LabDraws;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.planner.market.search.SolverLimits;

/** Draws of a state as events of a stream. Who reads no more ends them. */
record DrawEvents(OutputStream out) implements LabDraws.Listener {
  private static final int DRAWS = 100;

  /** Writes draws and bands until there are a hundred, or the time is up. */
  void write(LabDraws draws, LabState state, BooleanSupplier isUp) throws IOException {
    try {
      draws.stream(state, DRAWS, SolverLimits.USUAL, isUp, this);
      event("done", "{}");
    } catch (CancellationException e) {
      event("bye", "{}");
    } catch (UncheckedIOException gone) {
      throw new IOException("nobody reads the draws", gone);
    }
  }

  @Override
  public void draw(LabDraw draw) {
    event("draw", draw.json());
  }

  @Override
  public void band(LabBand band) {
    event("band", band.json());
  }

  private void event(String name, String data) {
    try {
      out.write("event: %s\ndata: %s\n\n".formatted(name, data).getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
