package org.plimsoll.app.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.build.WorldBuild;
import org.plimsoll.sources.pack.Pack;

/** Builds a world pack and writes it, if it reads back without an error. */
public final class BuildWorld {
  private BuildWorld() {}

  /**
   * Builds a world from raw data and hand-written rules, and writes it if nothing is wrong: it must
   * also read back without an error.
   *
   * @param from folder that holds {@code data/} and {@code policy/}
   * @param hand folder of hand-written rules
   * @param world folder to write
   */
  public static Loaded<Optional<Evidence>> of(Path from, Path hand, Path world) {
    Loaded<Optional<Evidence>> built = WorldBuild.of(from, hand);
    if (built.value().isEmpty()) {
      return built;
    }
    Evidence evidence = built.value().get();
    Loaded<Evidence> again = readBack(evidence);
    if (again.hasErrors()) {
      return again.map(e -> Optional.empty());
    }
    try {
      Pack.write(evidence, world);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the world to " + world, e);
    }
    return built;
  }

  private static Loaded<Evidence> readBack(Evidence evidence) {
    try {
      Path trial = Files.createTempDirectory("plimsoll-world");
      try {
        Pack.write(evidence, trial);
        return Pack.read(trial);
      } finally {
        try (Stream<Path> files = Files.list(trial)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(trial);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot try the world out in a temporary folder", e);
    }
  }
}
