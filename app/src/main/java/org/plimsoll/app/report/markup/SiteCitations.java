package org.plimsoll.app.report.markup;

import java.nio.charset.StandardCharsets;
import org.plimsoll.model.provenance.Source;

/**
 * Citations that lead to pages of a site: {@code /sources/DATASET@EDITION#LOCATOR} for what was
 * read, {@code /method/PAGE} for what was computed. A number computed from sources alone leads to
 * the first of them, and one that names neither a source nor a page, such as a count of things in
 * the plan, leads to the list of methods, {@code /method}.
 */
public record SiteCitations() implements Citations {
  private static final String PLAIN = "-._~@";
  private static final String HEX = "0123456789ABCDEF";

  @Override
  public String ofSource(Source source, int number) {
    return address(source);
  }

  @Override
  public String ofDerivation(Numbering.Derivation derivation) {
    return derivation.listMethods().stream()
        .findFirst()
        .map(page -> "/method/" + encoded(page))
        .or(() -> derivation.listSources().stream().findFirst().map(SiteCitations::address))
        .orElse("/method");
  }

  private static String address(Source source) {
    return "/sources/"
        + encoded(source.dataset() + "@" + source.edition())
        + "#"
        + encoded(anchor(source.locator()));
  }

  /** The id that a locator has on the page of its dataset: the locator without blanks. */
  public static String anchor(String locator) {
    return locator.strip().replaceAll("\\s+", "_");
  }

  /** Everything but letters, digits and a few signs as {@code %XX} of its UTF-8 bytes. */
  private static String encoded(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      if (isPlain) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
      }
    }
    return out.toString();
  }
}
