package org.plimsoll.app.report.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.plimsoll.model.provenance.Sha256;

/** What every page and every stray drawing needs to look right: a style sheet and hatchings. */
public final class Look {
  private static final String FILE = "report.css";
  private static final String CSS = read();

  private Look() {}

  /** The style sheet, colours for light, dark and paper included. */
  public static String css() {
    return CSS;
  }

  /** The definitions that drawings refer to, in an SVG of no size; a page holds them once. */
  public static Markup definitions(Collection<Markup> shared) {
    return Tag.of("svg", "definitions")
        .with("width", "0")
        .with("height", "0")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .add(Tone.hatchings())
        .addAll(List.copyOf(shared))
        .markup();
  }

  /**
   * The content security policy of the page: nothing is fetched, nothing runs, and only this very
   * style sheet applies.
   */
  public static String policy() {
    byte[] hash = Sha256.digest().digest(CSS.getBytes(StandardCharsets.UTF_8));
    String style = "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    return "default-src 'none'; style-src " + style + "; base-uri 'none'; form-action 'none'";
  }

  private static String read() {
    try (InputStream in = Look.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the style sheet " + FILE + " is not on the class path");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // Comments are for whoever edits the file, not for every page.
      return text.replaceAll("(?s)/\\*.*?\\*/", "")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the style sheet " + FILE, e);
    }
  }
}
