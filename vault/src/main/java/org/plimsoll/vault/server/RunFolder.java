package org.plimsoll.vault.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server needs while it runs, in a folder of the cache that its user alone may enter: the
 * socket, who may connect, the log, and who holds the data.
 *
 * @param folder of these
 * @param data that the server keeps
 */
record RunFolder(Path folder, Path data) {
  private static final int NAME = 16;

  /** File with the path of the data. */
  private static final String DATA = "data";

  /** Bytes of a socket's path that the kernel takes, the end of the string left out. */
  private static final int LONGEST_SOCKET = 107;

  /** The folder for these data, made if it is not there. */
  static RunFolder of(Cache cache, Path data) {
    Path all = cache.folder().resolve("run");
    cache.make(all, Account.isRoot() ? "rwxr-xr-x" : "rwx------");
    RunFolder run = new RunFolder(all.resolve(name(data)), data);
    run.sweep(all);
    cache.make(run.folder, "rwx------");
    run.write(run.folder.resolve(DATA), data.toString());
    int length = run.socket().toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_SOCKET) {
      throw new ServerFailure(
          "the path of the database's socket has %d bytes, but the system takes %d: %s"
                  .formatted(length, LONGEST_SOCKET, run.socket())
              + "\nMaybe name a folder with a shorter path with "
              + Cache.VARIABLE);
    }
    return run;
  }

  /** Removes the folders of data that are gone. */
  private void sweep(Path all) {
    try (Stream<Path> others = Files.list(all)) {
      for (Path other : others.toList()) {
        List<String> of = lines(other.resolve(DATA));
        if (!of.isEmpty() && !Files.exists(Path.of(of.getFirst()))) {
          Programs.delete(other);
        }
      }
    } catch (IOException e) {
      throw new ServerFailure("cannot tidy %s: %s".formatted(all, e.getMessage()), e);
    }
  }

  private void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new ServerFailure("cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static String name(Path data) {
    try {
      byte[] path = data.toString().getBytes(StandardCharsets.UTF_8);
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(path));
      return hash.substring(0, NAME);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Path socket() {
    return folder.resolve(".s.PGSQL.5432");
  }

  Path access() {
    return folder.resolve("pg_hba.conf");
  }

  Path users() {
    return folder.resolve("pg_ident.conf");
  }

  Path log() {
    return folder.resolve("log");
  }

  /** Locked by the process that holds the data, as long as it lives; says which one. */
  Path owner() {
    return folder.resolve("owner");
  }

  /** There while the data are being made. */
  Path making() {
    return folder.resolve("making");
  }

  private Path server() {
    return folder.resolve("server");
  }

  /** Notes which server runs on the data. */
  void note(ProcessMark server) throws IOException {
    Files.writeString(server(), "%d\n%s\n%s\n".formatted(server.pid(), server.start(), data));
  }

  void forget() throws IOException {
    Files.deleteIfExists(server());
  }

  /**
   * The server that was noted, if it still runs on these data: number, moment of its start, and
   * data of the note match, and the data name that number themselves.
   */
  Optional<ProcessMark> running() throws IOException {
    List<String> note = lines(server());
    if (note.size() < 3 || !note.get(2).equals(data.toString())) {
      return Optional.empty();
    }
    ProcessMark noted = new ProcessMark(Long.parseLong(note.get(0)), note.get(1));
    boolean isInData = postmaster().equals(Optional.of(noted.pid()));
    return isInData && noted.isAlive() ? Optional.of(noted) : Optional.empty();
  }

  /** The server that the data themselves name, whether it runs or not. */
  Optional<Long> postmaster() throws IOException {
    List<String> note = lines(data.resolve("postmaster.pid"));
    return note.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(note.getFirst().strip()));
  }

  static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}
