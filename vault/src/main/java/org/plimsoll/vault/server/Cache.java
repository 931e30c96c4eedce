package org.plimsoll.vault.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The user's own folder for what can be made again: programs of the database, and what a running
 * server needs. Nobody else may write there, nor in a folder above it.
 *
 * @param folder of it
 */
record Cache(Path folder) {
  /** Names another folder. */
  static final String VARIABLE = "PLIMSOLL_CACHE";

  private static final int OTHERS_WRITE = 0022;
  private static final int STICKY = 01000;

  /**
   * The folder of the user who runs the program, made if it is not there: {@code PLIMSOLL_CACHE},
   * else {@code /var/cache/plimsoll} for root, else that of the XDG base directories.
   *
   * @throws ServerFailure if it cannot be made, or somebody else may write there
   */
  static Cache open(Map<String, String> environment) {
    Path folder =
        Optional.ofNullable(environment.get(VARIABLE))
            .filter(name -> !name.isBlank())
            .map(Path::of)
            .orElseGet(() -> usual(environment))
            .toAbsolutePath()
            .normalize();
    Cache cache = new Cache(folder);
    cache.make(folder, Account.isRoot() ? "rwxr-xr-x" : "rwx------");
    cache.check(folder);
    return cache;
  }

  private static Path usual(Map<String, String> environment) {
    if (Account.isRoot()) {
      return Path.of("/var/cache/plimsoll");
    }
    return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("plimsoll");
  }

  /** Makes a folder with exactly these permissions, if it is not there. */
  void make(Path place, String permissions) {
    try {
      if (!Files.isDirectory(place)) {
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString(permissions);
        Files.createDirectories(place, PosixFilePermissions.asFileAttribute(mode));
        Files.setPosixFilePermissions(place, mode);
      }
    } catch (IOException e) {
      throw new ServerFailure(
          "cannot make the folder %s: %s".formatted(place, e.getMessage())
              + "\nMaybe name another with "
              + VARIABLE,
          e);
    }
  }

  private void check(Path place) {
    try {
      for (Path at = place.toRealPath(); at != null; at = at.getParent()) {
        int owner = (int) Files.getAttribute(at, "unix:uid");
        int mode = (int) Files.getAttribute(at, "unix:mode");
        boolean isOurs = owner == 0 || owner == Account.uid();
        boolean othersWrite = (mode & OTHERS_WRITE) != 0 && (at.equals(place) || !isSticky(mode));
        if (!isOurs || othersWrite) {
          throw new ServerFailure(
              "programs would be run from %s, but others may write in %s".formatted(folder, at)
                  + "\nMaybe chmod go-w it, or name another folder with "
                  + VARIABLE);
        }
      }
    } catch (IOException e) {
      throw new ServerFailure("cannot look at %s: %s".formatted(place, e.getMessage()), e);
    }
  }

  private static boolean isSticky(int mode) {
    return (mode & STICKY) != 0;
  }
}
