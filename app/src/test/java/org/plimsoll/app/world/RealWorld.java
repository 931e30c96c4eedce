package org.plimsoll.app.world;

import java.nio.file.Path;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.pack.StampedWorld;

/** The world that comes with the program, read once for all tests of a process: none changes it. */
public final class RealWorld {
  /** The project's folder. */
  public static final Path ROOT =
      Path.of(System.getProperty("plimsoll.root", "..")).toAbsolutePath().normalize();

  private static final Path FOLDER = ROOT.resolve("world");

  private RealWorld() {}

  private static final class Read {
    private static final Loaded<StampedWorld> WORLD = Pack.open(FOLDER);
  }

  /** The world in a folder; another than the program's is read each time. */
  public static Loaded<StampedWorld> open(Path folder) {
    return folder.toAbsolutePath().normalize().equals(FOLDER) ? Read.WORLD : Pack.open(folder);
  }

  /** What it knows. */
  public static Evidence evidence() {
    return open(FOLDER).value().evidence();
  }
}
