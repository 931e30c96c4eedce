package org.plimsoll.app.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.json.CanonicalJson;

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
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      return KIND.equals(new ObjectMapper().readTree(file.toFile()).path("kind").asText());
    } catch (JsonProcessingException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
