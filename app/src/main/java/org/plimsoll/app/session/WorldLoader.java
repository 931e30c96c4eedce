package org.plimsoll.app.session;

import java.nio.file.Path;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.pack.StampedWorld;

/** Reads a world pack: from files when run, from memory when tested. */
@FunctionalInterface
public interface WorldLoader {
  /**
   * The accepted rows with the hashes of their files, and every issue.
   *
   * @param world folder of the pack
   */
  Loaded<StampedWorld> load(Path world);
}
