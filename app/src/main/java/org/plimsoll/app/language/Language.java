package org.plimsoll.app.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that pages are in. */
public enum Language {
  ENGLISH("en", "English", true),
  SPANISH("es", "Español", false),
  JAPANESE("ja", "日本語", false);

  /** The parameter of an address that asks for one. */
  public static final String PARAMETER = "lang";

  private static final List<String> CODES = Arrays.stream(values()).map(Language::code).toList();

  private final String code;
  private final String ownName;
  private final boolean isReviewed;

  Language(String code, String ownName, boolean isReviewed) {
    this.code = code;
    this.ownName = ownName;
    this.isReviewed = isReviewed;
  }

  /** Of ISO 639-1, as HTML and HTTP write it. */
  public String code() {
    return code;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** Whether a native speaker has read its messages. */
  public boolean isReviewed() {
    return isReviewed;
  }

  /** The language with a code. */
  public static Optional<Language> find(String code) {
    return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
  }

  /**
   * The one that a browser prefers of those there are; English if it names none of them.
   *
   * @param accepted the header {@code Accept-Language}; empty if there is none
   */
  public static Language preferred(String accepted) {
    try {
      return Optional.ofNullable(
              Locale.lookupTag(Locale.LanguageRange.parse(accepted.strip()), CODES))
          .flatMap(Language::find)
          .orElse(ENGLISH);
    } catch (IllegalArgumentException unreadable) {
      return ENGLISH;
    }
  }
}
