package org.plimsoll.app.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.language.Messages;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Verb;

/** Forms of the vault's events in each language. */
class VaultFormsTest {
  private static final Pattern TEXT = Pattern.compile(">([^<]+)<");
  private static final Pattern ENGLISH_WORD = Pattern.compile("\\b[A-Za-z][a-z]{2,}\\b");

  private static List<String> words(Language language) {
    SiteWorld site =
        new SiteWorld(
            TinyWorld.evidence(), "", () -> false, SiteFiles.read(), Messages.read(language));
    return TEXT.matcher(new VaultForms(site).events(Actor.OPERATOR).toString())
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void aFormInJapaneseHasNoEnglish() {
    List<String> words = words(Language.JAPANESE);
    assertTrue(words.size() > 4 * Verb.values().length, words::toString);
    assertEquals(
        List.of(), words.stream().filter(text -> ENGLISH_WORD.matcher(text).find()).toList());
  }

  /** The form says of an event what the command line says. */
  @Test
  void eachEventIsExplainedAsTheLedgerDoes() {
    String words =
        String.join("\n", words(Language.ENGLISH)).toLowerCase(Locale.ROOT).replace("&#39;", "'");
    for (Verb verb : Verb.values()) {
      assertTrue(words.contains("\n" + verb.meaning().toLowerCase(Locale.ROOT) + "."), words);
    }
  }
}
