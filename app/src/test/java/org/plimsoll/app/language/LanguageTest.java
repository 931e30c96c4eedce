package org.plimsoll.app.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',                            ENGLISH
          es,                            SPANISH
          es-MX,                         SPANISH
          ja-JP,                         JAPANESE
          'fr-FR, es;q=0.8, en;q=0.7',   SPANISH
          'en-GB, ja;q=0.9',             ENGLISH
          'en;q=0.4, ja;q=0.5',          JAPANESE
          'ja;q=0, es;q=0.1',            SPANISH
          fr,                            ENGLISH
          *,                             ENGLISH
          ';;q=x, <es>',                 ENGLISH
          """)
  void aBrowserGetsTheLanguageThatItPrefersOfThoseThereAre(String accepted, Language language) {
    assertEquals(language, Language.preferred(accepted));
  }
}
