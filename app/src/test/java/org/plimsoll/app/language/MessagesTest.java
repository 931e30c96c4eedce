package org.plimsoll.app.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of messages against one another, and against the code that says them. */
class MessagesTest {
  private static final Path SOURCE =
      Path.of(System.getProperty("plimsoll.root", ".."), "app/src/main/java");
  private static final SortedMap<String, String> ENGLISH = Messages.texts(Language.ENGLISH);
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

  private static SortedSet<String> places(String pattern) {
    return PLACE
        .matcher(pattern)
        .results()
        .map(place -> place.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasTheKeysOfEnglishWithTheSamePlaces(Language language) {
    SortedMap<String, String> texts = Messages.texts(language);
    assertEquals(ENGLISH.keySet(), texts.keySet());
    ENGLISH.forEach(
        (key, english) -> assertEquals(places(english), places(texts.getOrDefault(key, "")), key));
  }

  /** An apostrophe begins a quotation in a pattern, and two are one. */
  @ParameterizedTest
  @EnumSource
  void noPatternIsEmptyOrQuotes(Language language) {
    Messages.texts(language)
        .forEach((key, text) -> {
          assertFalse(text.isBlank(), key);
          assertEquals(-1, text.replace("''", "").indexOf('\''), key + " has a single ': " + text);
          assertTrue(text.replaceAll("\\{\\d}", "").matches("[^{}]*"), text);
        });
  }

  @Test
  void whatTheCodeSaysHasAMessageAndItsArgumentsAndEveryMessageIsSaid() throws IOException {
    SortedSet<String> unsaid = new TreeSet<>(ENGLISH.keySet());
    List<String> findings = new ArrayList<>();
    List<Said> all = said();
    for (Said said : all) {
      List<String> keys =
          ENGLISH.keySet().stream().filter(key -> said.key().matcher(key).matches()).toList();
      if (keys.isEmpty()) {
        findings.add(said.where() + ": no message has the key " + said.key());
      }
      for (String key : keys) {
        int places = places(ENGLISH.getOrDefault(key, "")).size();
        if (places != said.arguments()) {
          findings.add(
              "%s: %s has %d places and %d arguments"
                  .formatted(said.where(), key, places, said.arguments()));
        }
      }
      unsaid.removeAll(keys);
    }
    assertEquals(List.of(), findings);
    assertEquals(new TreeSet<>(), unsaid, "messages that nothing says");
    assertTrue(all.size() > 50, all.size() + " are said");
  }

  @Test
  void aKeyWithoutAMessageSpoilsNoPage() {
    Messages few = Messages.of(Language.SPANISH, Map.of("a", "{0} de {1}"));
    assertEquals("3 de 1234", few.say("a", 3, 1234));
    assertEquals("b", few.say("b"));
  }

  /**
   * A place in the code that says a message.
   *
   * @param key as the code writes it, where what is no literal may be anything
   */
  private record Said(String where, Pattern key, int arguments) {}

  private static List<Said> said() throws IOException {
    List<Said> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
        String text = read(file);
        for (int at = text.indexOf("say("); at >= 0; at = text.indexOf("say(", at + 1)) {
          List<String> parts = arguments(text, at + "say(".length());
          String key = parts.getFirst();
          boolean isWord = !Character.isJavaIdentifierPart(text.charAt(at - 1));
          if (isWord && LITERAL.matcher(key).find()) {
            all.add(new Said(file.getFileName().toString(), pattern(key), parts.size() - 1));
          }
        }
      }
    }
    return all;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pattern pattern(String expression) {
    StringBuilder pattern = new StringBuilder(expression.startsWith("\"") ? "" : ".+");
    List<String> literals =
        LITERAL.matcher(expression).results().map(found -> found.group(1)).toList();
    pattern.append(literals.stream().map(Pattern::quote).collect(Collectors.joining(".+")));
    return Pattern.compile(pattern + (expression.endsWith("\"") ? "" : ".+"));
  }

  /** What stands between commas up to the bracket that closes. */
  private static List<String> arguments(String text, int begin) {
    List<String> arguments = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    int depth = 0;
    boolean isQuoted = false;
    for (int at = begin; at < text.length(); at++) {
      char c = text.charAt(at);
      isQuoted ^= c == '"';
      depth += isQuoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0) {
        break;
      }
      if (c == ',' && depth == 0 && !isQuoted) {
        arguments.add(one.toString().strip());
        one.setLength(0);
      } else {
        one.append(c);
      }
    }
    arguments.add(one.toString().strip());
    return arguments;
  }
}
