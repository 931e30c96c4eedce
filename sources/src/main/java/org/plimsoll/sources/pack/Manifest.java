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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Place;

/**
 * {@code manifest.json}: the pack's date and the SHA-256 of each table.
 *
 * @param asOf the pack's own date
 * @param sha256 by file name
 */
record Manifest(String asOf, SortedMap<String, String> sha256) {
  static final String FILE = "manifest.json";

  static Manifest of(String asOf, Map<String, byte[]> files) {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((name, bytes) -> hashes.put(name, hash(bytes)));
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

  static List<Issue> verify(Path world) {
    Path path = world.resolve(FILE);
    Manifest manifest;
    try {
      manifest = parse(Files.readString(path, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return List.of(
          Issue.error(
              Place.ofFile(path.toString()),
              "the file does not exist",
              "build the pack again; nothing was compared"));
    } catch (JsonProcessingException e) {
      return List.of(
          Issue.error(
              new Place(
                  path.toString(), e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
              "this is no manifest: "
                  + e.getOriginalMessage().replaceFirst(" \\(start marker .*", ""),
              "build the pack again; nothing was compared"));
    } catch (IOException e) {
      return List.of(
          Issue.error(
              Place.ofFile(path.toString()), "the file cannot be read: " + e, "check the folder"));
    }
    return manifest.compare(world);
  }

  private List<Issue> compare(Path world) {
    TreeSet<String> names = new TreeSet<>(sha256.keySet());
    List<Issue> issues = new ArrayList<>();
    try (Stream<Path> files = Files.list(world)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".csv"))
          .forEach(names::add);
      for (String name : names) {
        compare(world.resolve(name), name, issues);
      }
    } catch (IOException e) {
      issues.add(
          Issue.error(
              Place.ofFile(world.toString()), "the folder cannot be read: " + e, "check it"));
    }
    return issues;
  }

  private void compare(Path file, String name, List<Issue> issues) throws IOException {
    Place place = Place.ofFile(file.toString());
    String expected = sha256.getOrDefault(name, "");
    if (expected.isEmpty()) {
      issues.add(
          Issue.error(place, "the table is not in " + FILE, "build the pack again, or delete it"));
    } else if (!Files.exists(file)) {
      issues.add(
          Issue.error(
              place, "the table is in " + FILE + ", but does not exist", "build the pack again"));
    } else if (!hash(Files.readAllBytes(file)).equals(expected)) {
      issues.add(
          Issue.error(
              place,
              "the table is not the one that was built: its SHA-256 is "
                  + hash(Files.readAllBytes(file)).substring(0, 12)
                  + "…, not "
                  + expected.substring(0, Math.min(12, expected.length()))
                  + "…",
              "put changes into world/hand and build the pack again"));
    }
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

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
