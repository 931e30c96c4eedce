package org.plimsoll.sources.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Sha256;

/**
 * {@code manifest.json}: the pack's date and the SHA-256 of each table, and of each file of the
 * rules that it was built by.
 *
 * @param asOf the pack's own date
 * @param sha256 by file name; that of a rule is {@code hand/name.csv}
 */
record Manifest(String asOf, SortedMap<String, String> sha256) {
  static final String FILE = "manifest.json";
  private static final String CSV = ".csv";

  static Manifest of(String asOf, Map<String, byte[]> files) {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
    return new Manifest(asOf, hashes);
  }

  void write(Path world) throws IOException {
    Files.writeString(world.resolve(FILE), print(), StandardCharsets.UTF_8);
  }

  /** Names and hashes need no escapes: both are plain ASCII words. */
  String print() {
    StringBuilder json = new StringBuilder();
    json.append("{\n  \"asOf\": \"").append(asOf).append("\",\n  \"sha256\": {");
    String between = "\n";
    for (Map.Entry<String, String> entry : sha256.entrySet()) {
      json.append(between).append("    \"").append(entry.getKey()).append("\": \"");
      json.append(entry.getValue()).append('"');
      between = ",\n";
    }
    return json.append("\n  }\n}\n").toString();
  }

  /** The manifest of a pack; no hashes, and an issue, if there is none that can be read. */
  static Loaded<SortedMap<String, String>> readHashes(Path world) {
    Path path = world.resolve(FILE);
    try {
      Manifest manifest = parse(Files.readString(path, StandardCharsets.UTF_8));
      return new Loaded<>(manifest.sha256, List.of(), RowCount.NONE);
    } catch (NoSuchFileException e) {
      return none(
          Issue.error(
              Place.ofFile(path.toString()),
              "the file does not exist",
              "build the pack again; nothing was compared"));
    } catch (JsonProcessingException e) {
      return none(
          Issue.error(
              new Place(
                  path.toString(), e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
              "this is no manifest: "
                  + e.getOriginalMessage().replaceFirst(" \\(start marker .*", ""),
              "build the pack again; nothing was compared"));
    } catch (IOException e) {
      return none(
          Issue.error(
              Place.ofFile(path.toString()), "the file cannot be read: " + e, "check the folder"));
    }
  }

  private static Loaded<SortedMap<String, String>> none(Issue issue) {
    return new Loaded<>(new TreeMap<>(), List.of(issue), RowCount.NONE);
  }

  /**
   * Hashes of the files of rules in a folder, as the manifest names them; none if it is not there.
   */
  static SortedMap<String, byte[]> rules(Path hand) throws IOException {
    SortedMap<String, byte[]> rules = new TreeMap<>();
    if (Files.isDirectory(hand)) {
      try (Stream<Path> files = Files.list(hand)) {
        for (Path file : files.filter(f -> f.toString().endsWith(CSV)).toList()) {
          rules.put(PackStamp.HAND + file.getFileName(), Files.readAllBytes(file));
        }
      }
    }
    return rules;
  }

  /** An issue for each file that is not the one of the manifest; empty if none. */
  static List<Issue> verify(Path world) {
    Loaded<SortedMap<String, String>> built = readHashes(world);
    if (built.hasErrors()) {
      return built.issues();
    }
    SortedMap<String, String> now = new TreeMap<>();
    try (Stream<Path> files = Files.list(world)) {
      for (Path file : files.filter(f -> f.toString().endsWith(CSV)).toList()) {
        now.put(String.valueOf(file.getFileName()), Sha256.of(Files.readAllBytes(file)));
      }
      rules(world.resolve("hand")).forEach((name, bytes) -> now.put(name, Sha256.of(bytes)));
    } catch (IOException e) {
      return List.of(
          Issue.error(
              Place.ofFile(world.toString()), "the folder cannot be read: " + e, "check it"));
    }
    return PackStamp.of(now, built.value()).differing().stream()
        .map(name ->
            describe(
                Place.ofFile(world.resolve(name).toString()),
                now.getOrDefault(name, ""),
                built.value().getOrDefault(name, ""),
                name.startsWith(PackStamp.HAND)))
        .toList();
  }

  private static Issue describe(Place place, String now, String built, boolean isRule) {
    String wayOut =
        isRule
            ? "build the pack again: its tables are not made of this"
            : "put changes into world/hand and build the pack again";
    if (built.isEmpty()) {
      return Issue.error(
          place,
          isRule ? "the file is not in " + FILE : "the table is not in " + FILE,
          "build the pack again, or delete it");
    }
    if (now.isEmpty()) {
      return Issue.error(
          place, "the table is in " + FILE + ", but does not exist", "build the pack again");
    }
    return Issue.error(
        place,
        "the %s is not the one that was built: its SHA-256 is %s…, not %s…"
            .formatted(
                isRule ? "file" : "table",
                now.substring(0, 12),
                built.substring(0, Math.min(12, built.length()))),
        wayOut);
  }

  private static Manifest parse(String text) throws IOException {
    String asOf = "";
    SortedMap<String, String> hashes = new TreeMap<>();
    try (JsonParser json = new JsonFactory().createParser(text)) {
      expect(json, json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() != JsonToken.END_OBJECT) {
        switch (json.currentName()) {
          case "asOf" -> {
            expect(json, json.nextToken(), JsonToken.VALUE_STRING);
            asOf = json.getText();
          }
          case "sha256" -> {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
              String name = json.currentName();
              expect(json, json.nextToken(), JsonToken.VALUE_STRING);
              hashes.put(name, json.getText());
            }
          }
          default ->
              throw new JsonParseException(
                  json, "unknown key '" + json.currentName() + "'", json.currentTokenLocation());
        }
      }
    }
    return new Manifest(asOf, hashes);
  }

  private static void expect(JsonParser json, JsonToken found, JsonToken wanted)
      throws IOException {
    if (found != wanted) {
      throw new JsonParseException(
          json, "expected " + wanted + ", found " + found, json.currentTokenLocation());
    }
  }
}
