package org.plimsoll.app.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.pack.StampedWorld;

/**
 * What every use case needs: the world, and the folder of the project.
 *
 * @param worlds reads world packs
 * @param root folder that holds {@code world/}
 */
public record Session(WorldLoader worlds, Path root) {
  /** The file that every pack has, written last. */
  private static final String MANIFEST = "manifest.json";

  /** The folder that is meant, or the project's own. */
  public Path world(Optional<Path> folder) {
    return folder.orElse(root.resolve("world"));
  }

  /** Whether the project's own folder has a world pack. */
  public boolean hasWorld() {
    return Files.exists(world(Optional.empty()).resolve(MANIFEST));
  }

  /**
   * The world in {@code folder}, or in the project's own, and the hashes of its files.
   *
   * @throws Refusal if a row of it was refused: an answer from a part of the world is none
   */
  public StampedWorld openWorld(Optional<Path> folder) {
    Path world = world(folder);
    Loaded<StampedWorld> loaded = worlds.load(world);
    if (loaded.hasErrors() && !Files.exists(world.resolve(MANIFEST))) {
      throw Refusal.of(
          "there is no world pack in " + world + ": it has no " + MANIFEST,
          "name its folder with --world");
    }
    if (loaded.hasErrors()) {
      throw Refusal.ofIssues("the world in " + world, loaded.issues());
    }
    return loaded.value();
  }
}
