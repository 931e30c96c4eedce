package org.plimsoll.app.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.session.Refusal;

/**
 * Files that come in pieces. Each has a folder below its owner's; how far it has come is the size
 * of what is there, so that it goes on after any break.
 */
final class Uploads {
  /** The word of an address. */
  static final String WORD = "uploads";

  /** More than anybody has in hand: a folder of these is listed at once. */
  private static final int MOST = 500;

  private static final int ID_BYTES = 8;
  private static final String ID = "[0-9a-f]{" + 2 * ID_BYTES + "}";
  private static final String NAME = "[^/\\\\\\p{Cntrl}]{1,120}";
  private static final String ABOUT = "about.json";

  private final BorderFolder border;

  Uploads(BorderFolder border) {
    this.border = border;
  }

  /**
   * A file, or as much of it as has come.
   *
   * @param folder of it alone
   * @param name that its sender gave it
   * @param bytes that it will have
   * @param modified when it was last changed, as its sender said; empty if that was not said
   */
  record Upload(Path folder, String name, long bytes, String modified) {
    String id() {
      return String.valueOf(folder.getFileName());
    }

    Path content() {
      return folder.resolve("content");
    }

    /** Bytes that are there: the next piece begins behind them. */
    long offset() throws IOException {
      return Files.size(content());
    }

    boolean isWhole() throws IOException {
      return offset() == bytes;
    }

    Map<String, Object> parts() throws IOException {
      return new TreeMap<>(
          Map.of(
              "upload",
              Api.ROOT + "/" + WORD + "/" + id(),
              "name",
              name,
              "bytes",
              bytes,
              "offset",
              offset(),
              "modified",
              modified));
    }
  }

  /**
   * Makes room for a file.
   *
   * @param owner folder of who sends it
   * @throws Api.ProblemFound if there is none
   */
  synchronized Upload make(Path owner, String name, long bytes, String modified)
      throws IOException {
    if (!name.matches(NAME)) {
      throw Refusal.of("'" + name + "' is no name of a file", "write entries.csv");
    }
    border.forgetOld();
    border.requireRoom(bytes);
    if (BorderFolder.list(owner.resolve(WORD)).size() >= MOST) {
      throw new Api.ProblemFound(
          Problem.of(
              507,
              ProblemType.NO_ROOM,
              "this token has %d uploads already".formatted(MOST),
              "delete those that are no longer needed"));
    }
    byte[] id = new byte[ID_BYTES];
    new SecureRandom().nextBytes(id);
    Path folder = owner.resolve(WORD).resolve(HexFormat.of().formatHex(id));
    OwnerFiles.makeFolder(folder);
    Upload upload = new Upload(folder, name, bytes, modified);
    Files.createFile(upload.content());
    OwnerFiles.replace(
        folder.resolve(ABOUT),
        CanonicalJson.write(
            Map.of("name", name, "bytes", Long.toString(bytes), "modified", modified)));
    return upload;
  }

  /** One of the owner's; empty if it has none of this name. */
  Optional<Upload> find(Path owner, String id) throws IOException {
    Path folder = owner.resolve(WORD).resolve(id.matches(ID) ? id : "none");
    if (!Files.exists(folder.resolve(ABOUT))) {
      return Optional.empty();
    }
    JsonNode about = new ObjectMapper().readTree(Files.readString(folder.resolve(ABOUT)));
    return Optional.of(
        new Upload(
            folder,
            about.path("name").asText(),
            Long.parseLong(about.path("bytes").asText()),
            about.path("modified").asText()));
  }

  /**
   * One of the owner's.
   *
   * @throws Api.ProblemFound if it has none of this name, whoever else has
   */
  Upload get(Path owner, String id) throws IOException {
    return find(owner, id)
        .orElseThrow(() ->
            Problem.missing(
                "there is no upload " + id, "begin one: POST " + Api.ROOT + "/" + WORD));
  }

  /** All of the owner's that have come as far as a name. */
  List<Upload> list(Path owner) throws IOException {
    List<Upload> all = new ArrayList<>();
    for (Path folder : BorderFolder.list(owner.resolve(WORD))) {
      find(owner, String.valueOf(folder.getFileName())).ifPresent(all::add);
    }
    return all;
  }

  /**
   * Adds a piece.
   *
   * @param offset at which it begins
   * @throws Api.ProblemFound if that is not where the last one ended, or it goes beyond the end
   */
  synchronized Upload append(Path owner, String id, long offset, byte[] piece) throws IOException {
    Upload upload = get(owner, id);
    long there = upload.offset();
    if (offset != there) {
      throw new Api.ProblemFound(
          Problem.of(
              409,
              ProblemType.WRONG_OFFSET,
              "it begins at %d, and %d bytes are there".formatted(offset, there),
              "send what begins at " + there),
          Map.of("Upload-Offset", Long.toString(there)));
    }
    if (offset + piece.length > upload.bytes()) {
      throw new Api.ProblemFound(
          Problem.of(
              413,
              ProblemType.TOO_LARGE,
              "the file was said to have %d bytes, and this ends at %d"
                  .formatted(upload.bytes(), offset + piece.length),
              "begin another upload"));
    }
    border.requireRoom(piece.length);
    Files.write(upload.content(), piece, StandardOpenOption.APPEND);
    return upload;
  }

  /** Deletes one, whole or not. */
  synchronized void remove(Path owner, String id) throws IOException {
    border.remove(get(owner, id).folder());
  }
}
