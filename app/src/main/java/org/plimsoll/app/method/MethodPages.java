package org.plimsoll.app.method;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The pages of {@code docs/method}, which come with the program. */
public final class MethodPages {
  /** Names of the pages, in alphabetical order. */
  public static final List<String> NAMES =
      List.of(
          "backtests",
          "border",
          "chains",
          "finance",
          "floors",
          "gsim",
          "leverage",
          "market",
          "market-files",
          "market-search",
          "outlook",
          "portfolio",
          "reconciliation",
          "reference",
          "registers",
          "response",
          "risk",
          "screening",
          "shocks",
          "speed",
          "stockpile",
          "vault");

  /** Pictures that the pages show. */
  public static final List<String> PICTURES = List.of("growth.svg");

  private MethodPages() {}

  /** The page of this name; empty if there is none. */
  public static Optional<MethodPage> find(String name) {
    return NAMES.contains(name)
        ? Optional.of(new MethodText(text(name + ".md")).page(name))
        : Optional.empty();
  }

  /** All pages, in the order of their names. */
  public static List<MethodPage> list() {
    return NAMES.stream().map(name -> find(name).orElseThrow()).toList();
  }

  /** The SVG of a picture; empty if there is none of this name. */
  public static Optional<String> findPicture(String name) {
    return PICTURES.contains(name) ? Optional.of(text(name)) : Optional.empty();
  }

  private static String text(String file) {
    try (InputStream in = MethodPages.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the page " + file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the page " + file, e);
    }
  }
}
