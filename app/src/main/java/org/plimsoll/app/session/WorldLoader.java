package org.plimsoll.app.session;

import java.nio.file.Path;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Loaded;

/** Reads a world pack: from files when run, from memory when tested. */
@FunctionalInterface
public interface WorldLoader {
  /**
   * The accepted rows and every issue.
   *
   * @param world folder of the pack
   */
  Loaded<Evidence> load(Path world);
}
