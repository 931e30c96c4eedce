package org.plimsoll.app.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.report.markup.Look;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.model.provenance.Sha256;

/**
 * Script and style of the pages: a fixed list, read once from the class path. Their folder in an
 * address is named by a hash of what is in them, so that a browser may keep them for good.
 */
public final class SiteFiles {
  static final String STYLE = "site.css";
  static final String ICON = "icon.svg";
  private static final String FOREVER = "public, max-age=31536000, immutable";

  /** Modules of script, each of which may import the others. */
  static final List<String> SCRIPTS =
      List.of(
          "border.js",
          "entry.js",
          "hints.js",
          "keys.js",
          "lab.js",
          "language.js",
          "latest.js",
          "levers.js",
          "page.js",
          "patch.js",
          "picture.js",
          "share.js",
          "steps.js",
          "stockpile.js",
          "stream.js",
          "table.js",
          "text.js",
          "theme.js",
          "token.js",
          "upload.js",
          "vault.js",
          "words.js");

  private final SortedMap<String, String> texts;
  private final String folder;

  private SiteFiles(SortedMap<String, String> texts) {
    this.texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    folder = "/site/" + Sha256.of(String.join("\n", texts.values())).substring(0, 12) + "/";
  }

  /** The files that come with the program. */
  public static SiteFiles read() {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(STYLE, packed(Look.cssOfSite() + text(STYLE)));
    texts.put(ICON, text(ICON));
    SCRIPTS.forEach(script -> texts.put(script, text(script)));
    return new SiteFiles(texts);
  }

  /** Style without comments and without blanks that say nothing. */
  private static String packed(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([{};,]) ?", "$1")
        .replaceAll("([a-z-]): ", "$1:")
        .replace(";}", "}");
  }

  private static String text(String name) {
    try (InputStream in =
        SiteFiles.class.getResourceAsStream("/org/plimsoll/app/server/site/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the file " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** Names and contents, in the order of names. */
  SortedMap<String, String> texts() {
    return texts;
  }

  /** Where a file is. */
  String address(String name) {
    if (!texts.containsKey(name)) {
      throw new IllegalArgumentException("the site has no file " + name);
    }
    return folder + name;
  }

  /** The file at an address; empty if there is none. */
  public Optional<Reply> find(String path) {
    return path.startsWith(folder)
        ? Optional.ofNullable(texts.get(path.substring(folder.length())))
            .map(text -> Reply.of(200, type(path), text).with("Cache-Control", FOREVER))
        : Optional.empty();
  }

  private static String type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return switch (ending) {
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "js" -> "text/javascript; charset=utf-8";
      default -> throw new IllegalArgumentException("nobody knows the type of " + path);
    };
  }
}
