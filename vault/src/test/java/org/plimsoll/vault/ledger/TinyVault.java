package org.plimsoll.vault.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.vault.terms.Terms;

/**
 * A vault whose events are lines: {@code id verb column=value …}. Round terms: a fee of 1%, at most
 * half out at once, back within 180 days, 30 days of grace, 10% penalty.
 */
public final class TinyVault {
  public static final Terms TERMS =
      Terms.parse(
          """
          version | tiny
          from | 2026-01-01
          entry_fee | 0.01 | assumed | assumed | a round figure
          interest | 0.05 | assumed | assumed | a round figure
          storage_kg_day | 0.001 | assumed | assumed | a round figure
          draw_share | 0.5 | assumed | assumed | a round figure
          emergency_draw_share | 1 | assumed | assumed | a round figure
          replenish_days | 180 | assumed | assumed | a round figure
          grace_days | 30 | assumed | assumed | a round figure
          default_penalty | 0.1 | assumed | assumed | a round figure
          """);

  /** Words for what is said again and again. */
  private static final Map<String, String> SHORT =
      new TreeMap<>(
          Map.of(
              "ga", "product=gallium/refined form=ingot grade=4N",
              "ndox", "product=neodymium/oxide form=powder grade=2N5",
              "ndmet", "product=neodymium/metal form=ingot grade=2N5",
              "usd300", "price=300 currency=USD",
              "proof", "assay=0.99 origin=JPN custody=keeper"));

  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

  private final Books books = Books.opened(TERMS);

  public Books books() {
    return books;
  }

  /**
   * Books a line; {@code by:acme} makes the participant acme its sender, {@code by:auditor} …; the
   * clock goes with the line, or stands where {@code clock:2026-03-01} says.
   */
  public Status post(String line) {
    Actor actor = Actor.OPERATOR;
    Optional<Instant> clock = Optional.empty();
    StringBuilder rest = new StringBuilder();
    for (String word : line.strip().split(" +", -1)) {
      if (word.startsWith("by:")) {
        String who = word.substring(3);
        actor = who.equals("auditor") ? Actor.AUDITOR : Actor.participant(who);
      } else if (word.startsWith("clock:")) {
        clock = Optional.of(Instant.parse(word.substring(6) + "T00:00:00Z"));
      } else {
        rest.append(word).append(' ');
      }
    }
    Event event = event(rest.toString());
    return Ledger.post(books, actor, event, clock.orElse(event.at().orElse(BEGIN))).status();
  }

  /** Books a line as a row that stands, on its own day. */
  public void stand(String line) {
    Event event = event(line);
    Answer answer =
        Ledger.stand(books, Actor.OPERATOR, event, event.at().orElse(books.head().at()));
    if (!answer.status().isAccepted()) {
      throw new IllegalStateException(line + ": " + answer.status());
    }
  }

  static Event event(String line) {
    Map<String, String> columns = new TreeMap<>();
    String[] words = line.strip().split(" +", -1);
    columns.put("id", words[0]);
    columns.put("verb", words[1]);
    for (int i = 2; i < words.length; i++) {
      for (String pair : SHORT.getOrDefault(words[i], words[i]).split(" ", -1)) {
        int equals = pair.indexOf('=');
        if (pair.startsWith("terms=")) {
          columns.put("terms", terms(pair.substring(equals + 1).split(",", -1)));
          continue;
        }
        columns.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    if (columns.containsKey("day")) {
      columns.put("at", columns.remove("day") + "T12:00:00Z");
    }
    return Event.of(columns);
  }

  /**
   * Those above under another name, from a day, with other levels: {@code
   * two,2026-06-01,grace_days:5,sites:north+south}.
   */
  private static String terms(String[] words) {
    String text =
        TERMS
            .toText()
            .replace("version | tiny", "version | " + words[0])
            .replace("from | 2026-01-01", "from | " + words[1]);
    for (String word : List.of(words).subList(2, words.length)) {
      String[] level = word.split(":", -1);
      if (level[0].equals("products") || level[0].equals("sites")) {
        text +=
            level[0] + " | " + level[1].replace("+", ", ") + " | assumed | assumed | an example\n";
      }
      text = text.replaceAll(level[0] + " \\| [0-9.]+", level[0] + " | " + level[1]);
    }
    return text;
  }

  /** The balance of {@code book asset party paper}; a material is ga, ndox or ndmet. */
  Balance balance(String account) {
    String[] words = account.strip().split(" +", -1);
    String asset =
        switch (words[1]) {
          case "ga" -> "gallium/refined ingot 4N";
          case "ndox" -> "neodymium/oxide powder 2N5";
          case "ndmet" -> "neodymium/metal ingot 2N5";
          default -> words[1];
        };
    return books.balance(
        new AccountId(
            Book.valueOf(words[0].toUpperCase(Locale.ROOT)),
            asset,
            words.length > 2 ? words[2] : "",
            words.length > 3 ? words[3] : ""));
  }
}
