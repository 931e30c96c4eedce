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
  private static final String CSS = read("report.css");
  private static final String DARK = "@media screen and (prefers-color-scheme: dark) {\n:root {";
  private static final String DARK_UNLESS_LIGHT =
      "@media screen and (prefers-color-scheme: dark) {\n:root:not([data-theme=\"light\"]) {";
  private static final String DARK_IF_SAID = "@media screen {\n:root[data-theme=\"dark\"] {";

  private Look() {}

  /** The style sheet, colours for light, dark and paper included. */
  public static String css() {
    return CSS;
  }

  /**
   * The style sheet for a frame whose reader can choose the theme: the attribute {@code data-theme}
   * of the root, {@code light} or {@code dark}, goes before what the system prefers. Paper is white
   * either way. Narrow drawings are shown at their own width.
   */
  public static String cssOfSite() {
    int start = CSS.indexOf(DARK);
    int end = CSS.indexOf("}\n}\n", start) + 4;
    if (start < 0 || end < start) {
      throw new IllegalStateException("the style sheet has no dark colours of the root");
    }
    String colours = CSS.substring(start + DARK.length(), end);
    return CSS.substring(0, start)
        + DARK_UNLESS_LIGHT
        + colours
        + DARK_IF_SAID
        + colours
        + CSS.substring(end)
        + read("narrow.css");
  }

  /**
   * The style sheet of a picture that stands alone: the light colours, and no more than it needs.
   */
  public static String cssOfPicture() {
    String root = CSS.substring(CSS.indexOf(":root {"), CSS.indexOf("}\n") + 2);
    int drawings = CSS.indexOf("svg text {");
    String rules = CSS.substring(drawings, CSS.indexOf(".heat {", drawings));
    return root
        + rules
        + "svg { font-family: \"Segoe UI\", \"Helvetica Neue\", Arial, \"Liberation Sans\","
        + " sans-serif; }\n"
        + ".paper { fill: var(--paper); }\n.title { font-size: 18px; }\n";
  }

  /** The content security policy of a picture that stands alone. */
  public static String policyOfPicture() {
    return policy(cssOfPicture());
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
    return policy(CSS);
  }

  private static String policy(String css) {
    byte[] hash = Sha256.digest().digest(css.getBytes(StandardCharsets.UTF_8));
    String style = "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    return "default-src 'none'; style-src " + style + "; base-uri 'none'; form-action 'none'";
  }

  private static String read(String file) {
    try (InputStream in = Look.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the style sheet " + file + " is not on the class path");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // Comments are for whoever edits the file, not for every page.
      return text.replaceAll("(?s)/\\*.*?\\*/", "")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the style sheet " + file, e);
    }
  }
}
