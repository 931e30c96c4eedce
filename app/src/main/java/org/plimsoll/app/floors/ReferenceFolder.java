package org.plimsoll.app.floors;

import java.nio.file.Path;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ReferenceRows;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.references.ReferenceFiles;

/** Quotes, rules and challenges, as the world's folder has them. */
public final class ReferenceFolder {
  private ReferenceFolder() {}

  /**
   * The rows.
   *
   * @param world folder of the pack
   * @throws Refusal if a row is wrong
   */
  public static ReferenceRows read(Path world, Evidence evidence) {
    Loaded<ReferenceRows> loaded = ReferenceFiles.read(world.resolve("hand"), evidence);
    if (loaded.hasErrors()) {
      throw Refusal.ofIssues("the tables of reference prices in " + world, loaded.issues());
    }
    return loaded.value();
  }
}
