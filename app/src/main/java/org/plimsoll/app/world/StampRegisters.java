package org.plimsoll.app.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.pack.Pack;

/**
 * Stamps registers and the tables by hand anew. No figure is built again.
 *
 * @param hand folder of hand-written rules
 * @param world folder of the pack
 */
public record StampRegisters(Path hand, Path world) {
  /**
   * The files that changed.
   *
   * @throws Refusal if the folder holds no pack, a row is wrong, or a figure differs from the build
   */
  public Answer run() {
    BuildWorld.requirePack(world);
    Loaded<List<String>> stamped = stamp();
    if (stamped.hasErrors()) {
      throw Refusal.ofIssues("the world in " + world, stamped.issues());
    }
    return Answer.of("The registers, stamped")
        .with(
            Table.of("stamped", "Stamped anew", stamped.value())
                .words("file", "file", file -> file))
        .remark(
            stamped.value().isEmpty()
                ? "Nothing has changed since the build."
                : "No figure was built again.");
  }

  private Loaded<List<String>> stamp() {
    try {
      return Pack.stampRegisters(world, hand);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the world to " + world, e);
    }
  }
}
