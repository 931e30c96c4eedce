package org.plimsoll.app.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive runs where it is unpacked, with nothing but a shell and a Java. {@code bench/bundle}
 * has it bring its own Java, and runs plan, server and vault.
 */
class BundleTest {
  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root", ".."));

  /** What a question to the registers needs, to keep the archive small. */
  private static final String NEEDED =
      ".*(plimsoll|target.classes|picocli|jackson|fastcsv|snakeyaml|jspecify|slf4j|duckdb).*";

  @TempDir private Path folder;

  @Test
  void itAnswersWhereItIsUnpackedWithAnEmptyPath() throws Exception {
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(part -> part.matches(NEEDED) && !part.contains("test"))
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    byte[] archive = archive(new Bundle("plimsoll-x", ROOT, classPath, Optional.empty()));
    unpack(archive);
    Path place = folder.resolve("plimsoll-x");
    assertTrue(Files.exists(place.resolve("LICENSE")));
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "./plimsoll", "commitments", "--only", "overdue", "--json")
            .directory(place.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PATH", "");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    assertTrue(said.contains("\"commitments\""), said);
  }

  @Test
  void withoutAJavaItSaysWhatToDo() throws Exception {
    unpack(archive(new Bundle("bare", ROOT, List.of(), Optional.empty())));
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "./plimsoll")
            .directory(folder.resolve("bare").toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", "");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(2, process.waitFor());
    assertTrue(said.contains("needs Java 25") && said.contains("--runtime"), said);
  }

  @Test
  void theSameInputsGiveTheSameBytes() throws IOException {
    Bundle bundle = new Bundle("x", ROOT.resolve("scenarios"), List.of(), Optional.empty());
    assertEquals(
        new String(archive(bundle), StandardCharsets.ISO_8859_1),
        new String(archive(bundle), StandardCharsets.ISO_8859_1));
  }

  private static byte[] archive(Bundle bundle) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bundle.writeTo(bytes);
    return bytes.toByteArray();
  }

  private void unpack(byte[] archive) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(tar, file);
      }
    }
  }
}
