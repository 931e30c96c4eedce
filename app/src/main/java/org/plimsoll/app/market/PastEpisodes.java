package org.plimsoll.app.market;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.sources.events.ShockOutcomeFile;

/** What prices did in past shocks, as the world's folder has it. */
public final class PastEpisodes {
  private static final Path FILE = Path.of("hand", "episodes.csv");

  private PastEpisodes() {}

  /**
   * The outcomes; none if the world has no such table.
   *
   * @param world folder of the pack
   */
  public static List<ShockOutcome> read(Path world, Evidence evidence) {
    Path file = world.resolve(FILE);
    return Files.exists(file) ? ShockOutcomeFile.read(file, evidence).value() : List.of();
  }
}
