package org.plimsoll.app.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * One archive that runs on a machine with neither Maven nor a JDK: jars, world, scenarios, a
 * launcher, and a Java of its own if asked for.
 *
 * @param name of the folder in it
 * @param root the project's folder
 * @param classPath jars, or folders of classes
 * @param runtime folder of a Java; empty for none
 */
public record Bundle(String name, Path root, List<Path> classPath, Optional<Path> runtime) {
  private static final int PROGRAM = 0755;
  private static final int FILE = 0644;

  /** Folders of the project that it runs from. */
  private static final List<String> FOLDERS = List.of("world", "scenarios", "examples");

  private static final List<String> FILES = List.of("LICENSE", "CHANGELOG.md");

  public Bundle {
    classPath = List.copyOf(classPath);
  }

  /** Writes it, packed, and leaves the stream open. The same inputs give the same bytes. */
  public void writeTo(OutputStream out) throws IOException {
    GZIPOutputStream packed = new GZIPOutputStream(out);
    TarArchiveOutputStream tar = new TarArchiveOutputStream(packed);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    put(tar, "plimsoll", PROGRAM, launcher());
    for (String file : FILES) {
      if (Files.exists(root.resolve(file))) {
        put(tar, file, FILE, Files.readAllBytes(root.resolve(file)));
      }
    }
    for (Path part : classPath) {
      if (Files.isDirectory(part)) {
        put(tar, "lib/" + jarName(part), FILE, jar(part));
      } else {
        put(tar, "lib/" + part.getFileName(), FILE, Files.readAllBytes(part));
      }
    }
    for (String folder : FOLDERS) {
      putAll(tar, folder, root.resolve(folder));
    }
    if (runtime.isPresent()) {
      putAll(tar, "runtime", runtime.get());
    }
    tar.finish();
    packed.finish();
  }

  /** A name of its own for the classes of a module that is not packaged. */
  private static String jarName(Path classes) {
    return classes.toAbsolutePath().normalize().toString().replaceAll("[^A-Za-z0-9]+", "-")
        + ".jar";
  }

  private static byte[] launcher() throws IOException {
    try (InputStream text = Bundle.class.getResourceAsStream("launcher.sh")) {
      if (text == null) {
        throw new IOException("the launcher of bundles is missing from the program");
      }
      return text.readAllBytes();
    }
  }

  private void putAll(TarArchiveOutputStream tar, String as, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path file : files(folder)) {
      String place = as + "/" + folder.relativize(file).toString().replace('\\', '/');
      put(tar, place, Files.isExecutable(file) ? PROGRAM : FILE, Files.readAllBytes(file));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private void put(TarArchiveOutputStream tar, String place, int mode, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name + "/" + place);
    entry.setMode(mode);
    entry.setSize(content.length);
    entry.setModTime(0);
    entry.setIds(0, 0);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static byte[] jar(Path classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      for (Path file : files(classes)) {
        JarEntry entry = new JarEntry(classes.relativize(file).toString().replace('\\', '/'));
        entry.setTime(0);
        jar.putNextEntry(entry);
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
