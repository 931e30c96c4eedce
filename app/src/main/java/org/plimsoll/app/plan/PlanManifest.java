package org.plimsoll.app.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.model.provenance.Sha256;

/**
 * {@code manifest.json}: what the plan was made from, and the hash of each file. It is written
 * last, and it is what tells a plan's folder from any other.
 *
 * @param kind always {@link #KIND}
 * @param asOf date on which the plan reads registers and membership
 * @param inputs what it was made from
 * @param sha256 by file
 */
record PlanManifest(String kind, String asOf, PlanInputs inputs, SortedMap<String, String> sha256) {
  static final String FILE = "manifest.json";
  static final String KIND = "plimsoll-plan";

  PlanManifest {
    sha256 = Collections.unmodifiableSortedMap(new TreeMap<>(sha256));
  }

  static PlanManifest of(String asOf, PlanInputs inputs, Map<String, byte[]> files) {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
    return new PlanManifest(KIND, asOf, inputs, hashes);
  }

  byte[] print() {
    return CanonicalJson.write(this).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a folder holds a plan that this program wrote. */
  static boolean isIn(Path folder) {
    return KIND.equals(read(folder).path("kind").asText());
  }

  /** Files in the folder of a plan that are none of the plan's, by name and in order. */
  static List<String> listForeign(Path folder) {
    JsonNode own = read(folder).path("sha256");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals(FILE) && !own.has(name) && !name.endsWith(".DS_Store"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the folder " + folder, e);
    }
  }

  /** What the folder has by that name; nothing if that is no JSON. */
  private static JsonNode read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return MissingNode.getInstance();
    }
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
