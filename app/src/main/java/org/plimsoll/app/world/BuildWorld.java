package org.plimsoll.app.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.build.WorldBuild;
import org.plimsoll.sources.pack.Pack;

/**
 * Builds a world from raw data and hand-written rules, and writes it if nothing is wrong: it must
 * also read back without an error.
 *
 * @param from folder that holds {@code data/} and {@code policy/}
 * @param hand folder of hand-written rules
 * @param world folder to write
 */
public record BuildWorld(Path from, Path hand, Path world) {
  /**
   * What balancing changed, and how many rows were read.
   *
   * @throws Refusal if a folder cannot be read or written, before the work, or a row is wrong
   */
  public Answer run() {
    if (!Files.isDirectory(from)) {
      throw Refusal.of("--from is " + from + ", which is no folder", "name that of the raw data");
    }
    requirePack(world);
    Loaded<Optional<Evidence>> built = build();
    if (built.value().isEmpty()) {
      throw Refusal.ofIssues("the build of the world", built.issues());
    }
    return Answer.of("The world, built")
        .with(
            Table.of(
                    "balancing",
                    "What balancing changed most",
                    built.issues().stream()
                        .filter(issue -> issue.severity() == Issue.Severity.REMARK)
                        .toList())
                .words("remark", "remark", Issue::problem))
        .remark(
            "%,d rows read: %,d accepted, %,d with an error, %,d skipped with a reason."
                .formatted(
                    built.rows().read(),
                    built.rows().accepted(),
                    built.rows().errors(),
                    built.rows().skipped()));
  }

  /** Tables of somebody else are not written over. */
  static void requirePack(Path world) {
    Output.folder("--out", world);
    if (Files.exists(world.resolve("products.csv"))
        && !Files.exists(world.resolve("manifest.json"))) {
      throw Refusal.of(
          "the folder %s holds tables, but no world pack: it has no manifest.json".formatted(world),
          "name another folder with --out, or move them away");
    }
  }

  private Loaded<Optional<Evidence>> build() {
    Loaded<Optional<Evidence>> built = WorldBuild.of(from, hand);
    if (built.value().isEmpty()) {
      return built;
    }
    Evidence evidence = built.value().get();
    Loaded<Evidence> again = readBack(evidence);
    if (again.hasErrors()) {
      return again.map(e -> Optional.empty());
    }
    write(evidence, world, hand);
    return built;
  }

  static void write(Evidence evidence, Path world, Path hand) {
    try {
      Pack.write(evidence, world, hand);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the world to " + world, e);
    }
  }

  static Loaded<Evidence> readBack(Evidence evidence) {
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
