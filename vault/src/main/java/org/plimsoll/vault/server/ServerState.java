package org.plimsoll.vault.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What runs on a folder of data.
 *
 * @param data folder, real path
 * @param holder process that has it, in words, if one has
 * @param server number of the PostgreSQL that this program started and that still runs
 * @param foreign number of a PostgreSQL that runs on the data and that this program did not start
 * @param socket where it is reached
 * @param log of the last run
 * @param version of the data, empty if there are none
 * @param bytesFree on the disk of the data
 */
public record ServerState(
    Path data,
    Optional<String> holder,
    Optional<Long> server,
    Optional<Long> foreign,
    Path socket,
    Path log,
    Optional<String> version,
    long bytesFree) {

  /**
   * Looks, and changes nothing.
   *
   * @param folder that exists
   */
  public static ServerState of(Path folder) {
    try {
      Path data = folder.toRealPath();
      RunFolder run = RunFolder.of(Cache.open(System.getenv()), data);
      Optional<Long> server = run.running().map(ProcessMark::pid);
      return new ServerState(
          data,
          Hold.look(run),
          server,
          run.postmaster()
              .filter(pid -> server.isEmpty())
              .filter(pid -> ProcessMark.of(pid).isPresent()),
          run.socket(),
          run.log(),
          RunFolder.lines(data.resolve(OwnServer.VERSION)).stream().findFirst(),
          // In a chroot the disk has no mount point to be found, but it has room.
          data.toFile().getUsableSpace());
    } catch (IOException e) {
      throw new ServerFailure("cannot look at %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** Whether a server was left by a process that is gone. */
  public boolean isOrphaned() {
    return server.isPresent() && holder.isEmpty();
  }
}
