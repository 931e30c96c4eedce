package org.plimsoll.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text table of cases: one line a case, its parts between {@code " | "}; lines that begin with #
 * are comments. An edit may stand between quotation marks to keep blanks at its ends. Texts are
 * held as Latin-1, one character a byte, so that a case can break UTF-8.
 */
public final class CaseTable {
  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

  private CaseTable() {}

  /** The cases of a resource beside {@code test}, each with {@code parts} parts. */
  public static List<List<String>> read(Class<?> test, String resource, int parts) {
    List<List<String>> cases = new ArrayList<>();
    for (String line : resource(test, resource).lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> fields = Arrays.stream(line.split(" \\| ", -1)).map(String::strip).toList();
      if (fields.size() != parts) {
        throw new IllegalStateException(
            "a case has %d parts, not %d: %s".formatted(fields.size(), parts, line));
      }
      cases.add(fields);
    }
    return cases;
  }

  /** What an edit makes of a text; an edit that finds nothing to change is a mistake. */
  public static String edit(String text, String edit) {
    if (edit.startsWith("append:")) {
      return text + unescape(edit.substring(7).strip()) + "\n";
    }
    if (edit.startsWith("whole:")) {
      return unescape(edit.substring(6).strip());
    }
    int arrow = edit.indexOf(" -> ");
    String old = unescape(edit.substring(0, arrow));
    int at = text.indexOf(old);
    if (at < 0) {
      throw new IllegalStateException("nothing to edit: " + old + "\nin\n" + text);
    }
    return text.substring(0, at)
        + unescape(edit.substring(arrow + 4))
        + text.substring(at + old.length());
  }

  /** The text with a few characters taken out, put in or exchanged, drawn from a seed. */
  public static String damage(String text, String alphabet, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(1, 6); i > 0 && !damaged.isEmpty(); i--) {
      int at = random.nextInt(damaged.length());
      char other = alphabet.charAt(random.nextInt(alphabet.length()));
      switch (random.nextInt(4)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, other);
        case 2 -> damaged.setCharAt(at, other);
        default -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(40)));
      }
    }
    return damaged.toString();
  }

  /** A name for the report of the tests. */
  public static String title(List<String> parts) {
    return parts.getFirst().toLowerCase(Locale.ROOT);
  }

  private static String unescape(String text) {
    String bare =
        text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
            ? text.substring(1, text.length() - 1)
            : text;
    Matcher bytes = BYTE.matcher(bare.replace("\\n", "\n").replace("\\t", "\t"));
    return bytes.replaceAll(found ->
        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }

  /** A resource beside {@code test}, one character a byte. */
  public static String resource(Class<?> test, String name) {
    try (InputStream in = test.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
