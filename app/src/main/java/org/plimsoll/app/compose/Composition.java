package org.plimsoll.app.compose;

import java.nio.file.Path;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Loaded;

/** The parts as this program runs them. */
public final class Composition {
  private Composition() {}

  /**
   * Reads a world pack.
   *
   * @param world its folder
   */
  @SuppressWarnings("DoNotCallSuggester") // until the reader of world packs is wired in here
  public static Loaded<Evidence> readWorld(Path world) {
    throw new IllegalStateException(
        "this build has no reader of world packs, so " + world + " cannot be opened");
  }
}
