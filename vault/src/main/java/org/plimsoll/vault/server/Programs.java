package org.plimsoll.vault.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The programs of PostgreSQL, unpacked from the jar they come in into a folder of the cache, which
 * is named by the checksum of the archive. A list of the files' hashes stands beside them, and they
 * are held against it each time before they are run.
 *
 * @param folder with {@code bin/} and {@code lib/}
 */
record Programs(Path folder) {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final String SUMS = "SHA256SUMS";
  private static final int BUFFER = 1 << 16;

  /** Any of the permissions of execution in a mode. */
  private static final int EXECUTABLE = 0111;

  /**
   * The programs, unpacked if they are not there.
   *
   * @throws ServerFailure if a file is not the one that was unpacked, or nothing can be written
   */
  static Programs of(Cache cache) {
    Path folder = cache.folder().resolve("postgresql-%08x".formatted(archiveChecksum()));
    try {
      if (!Files.exists(folder.resolve(SUMS))) {
        unpack(cache, folder);
      }
      SortedMap<String, String> kept = readSums(folder.resolve(SUMS));
      SortedMap<String, String> found = sums(folder);
      if (!found.equals(kept)) {
        throw new ServerFailure(
            "%s is not the file that was unpacked there".formatted(firstDifference(kept, found))
                + "\nMaybe find out who changed it; once %s is removed, it is unpacked anew"
                    .formatted(folder));
      }
      return new Programs(folder);
    } catch (IOException e) {
      throw new ServerFailure(
          "cannot unpack the database into %s: %s".formatted(folder, e.getMessage())
              + "\nMaybe the disk is full, or name another folder with "
              + Cache.VARIABLE,
          e);
    }
  }

  /** Path of a program. */
  String path(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static InputStream archive() {
    InputStream archive = Programs.class.getResourceAsStream(ARCHIVE);
    if (archive == null) {
      throw new ServerFailure(
          "there is no PostgreSQL for this system in the program: it has one for Linux on x86-64"
              + "\nMaybe name a server with --db");
    }
    return archive;
  }

  /** Tells one archive from the next; the files' own hashes are what is trusted. */
  private static long archiveChecksum() {
    try (CheckedInputStream archive = new CheckedInputStream(archive(), new CRC32())) {
      archive.transferTo(OutputStream.nullOutputStream());
      return archive.getChecksum().getValue();
    } catch (IOException e) {
      throw new ServerFailure("cannot read the database's archive: " + e.getMessage(), e);
    }
  }

  /** Unpacks beside the folder and gives it its name once it is whole. */
  private static void unpack(Cache cache, Path folder) throws IOException {
    Path partial =
        cache.folder().resolve(folder.getFileName() + ".partial-" + ProcessHandle.current().pid());
    delete(partial);
    cache.make(partial, "rwxr-xr-x");
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive(), BUFFER)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        put(entry, tar, partial);
      }
    }
    Path sums = partial.resolve(SUMS);
    StringBuilder text = new StringBuilder();
    sums(partial).forEach((file, hash) -> text.append(hash).append("  ").append(file).append('\n'));
    Files.writeString(sums, text);
    try {
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(partial);
      if (!Files.exists(folder.resolve(SUMS))) {
        throw e;
      }
      // Another process was first.
    }
  }

  private static void put(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path place = folder.resolve(entry.getName()).normalize();
    if (!place.startsWith(folder)) {
      throw new IOException("the archive has an entry outside of it: " + entry.getName());
    }
    if (entry.isDirectory()) {
      makeFolder(place, folder);
      return;
    }
    makeFolder(place.getParent(), folder);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, place);
      Files.setPosixFilePermissions(
          place,
          PosixFilePermissions.fromString(
              (entry.getMode() & EXECUTABLE) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /** Makes a folder below another that everybody may read, whatever the umask. */
  private static void makeFolder(@Nullable Path place, Path above) throws IOException {
    if (place == null || place.equals(above) || Files.isDirectory(place)) {
      return;
    }
    makeFolder(place.getParent(), above);
    Files.createDirectory(place);
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Hash by file, links by what they lead to; without the list itself. */
  private static SortedMap<String, String> sums(Path folder) throws IOException {
    SortedMap<String, String> sums = new TreeMap<>();
    List<String> plain = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS)).toList()) {
        String name = folder.relativize(file).toString();
        if (Files.isSymbolicLink(file)) {
          sums.put(name, "-> " + Files.readSymbolicLink(file));
        } else if (!name.equals(SUMS)) {
          plain.add(name);
        }
      }
    }
    List<String> hashes = FileHashes.of(folder, plain);
    for (int i = 0; i < plain.size(); i++) {
      sums.put(plain.get(i), hashes.get(i));
    }
    return sums;
  }

  private static SortedMap<String, String> readSums(Path list) throws IOException {
    SortedMap<String, String> sums = new TreeMap<>();
    for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
      int gap = line.lastIndexOf("  ");
      sums.put(line.substring(gap + 2), line.substring(0, Math.max(0, gap)));
    }
    return sums;
  }

  private static String firstDifference(
      SortedMap<String, String> kept, SortedMap<String, String> found) {
    SortedMap<String, String> all = new TreeMap<>(kept);
    all.putAll(found);
    return all.keySet().stream()
        .filter(file -> !kept.getOrDefault(file, "").equals(found.getOrDefault(file, "")))
        .findFirst()
        .orElse("");
  }

  /** Removes a folder and all in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      empty(folder);
      Files.delete(folder);
    }
  }

  /** Removes all that is in a folder. */
  static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst.subList(0, deepestFirst.size() - 1)) {
        Files.delete(file);
      }
    }
  }
}
