package org.plimsoll.app.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fixed words in one language, by key. A key that its file lacks is said in English, so that a
 * reader sees a page whatever is missing; a test finds what is.
 */
public final class Messages {
  /** In English, in which programs are answered. */
  public static final Messages ENGLISH = read(Language.ENGLISH);

  private final Language language;
  private final SortedMap<String, String> texts;

  private Messages(Language language, SortedMap<String, String> texts) {
    this.language = language;
    this.texts = Collections.unmodifiableSortedMap(texts);
  }

  /** Those that come with the program. */
  public static Messages read(Language language) {
    SortedMap<String, String> texts = texts(Language.ENGLISH);
    texts.putAll(texts(language));
    return new Messages(language, texts);
  }

  /** Those of a language that has no file. */
  public static Messages of(Language language, Map<String, String> texts) {
    return new Messages(language, new TreeMap<>(texts));
  }

  /** The patterns of a file by key: exactly those that it has. */
  public static SortedMap<String, String> texts(Language language) {
    String name = "messages." + language.code() + ".properties";
    Properties read = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the file " + name + " is not on the class path");
      }
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
    SortedMap<String, String> texts = new TreeMap<>();
    read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
    return texts;
  }

  public Language language() {
    return language;
  }

  /**
   * What stands under a key.
   *
   * @param arguments for {@code {0}}, {@code {1}} and so on, each as its text says it
   */
  public String say(String key, Object... arguments) {
    return MessageFormat.format(
        texts.getOrDefault(key, key), Arrays.stream(arguments).map(String::valueOf).toArray());
  }
}
