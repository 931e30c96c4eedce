package org.plimsoll.sources.scenario;

import java.util.List;

/**
 * A key of a scenario file.
 *
 * @param name as written
 * @param form what may stand behind it
 * @param choices the words allowed; empty if any
 * @param required whether it must be there
 * @param unless what holds if it is left out, for the reference page; empty if it is required
 * @param unit of its numbers; {@code 1} for a share; empty if it holds none
 * @param least smallest number allowed
 * @param most largest number allowed
 * @param about one sentence for the reference page
 */
record Key(
    String name,
    Form form,
    List<String> choices,
    boolean required,
    String unless,
    String unit,
    double least,
    double most,
    String about) {

  /** What may stand behind a key. */
  enum Form {
    WORD("word"),
    TEXT("text"),
    DATE("date"),
    NUMBER("number"),
    FIGURE("number, or {low, central, high}"),
    PRODUCTS("list of products, or all"),
    PARTIES("list of countries, territories and alliances, or all"),
    BLOCK("keys of its own"),
    BLOCKS("list, each with keys of its own");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Who is left out, in scenarios and market files alike. */
  static Key exempt() {
    return of(
            "exempt",
            Form.PARTIES,
            "to whom it does not apply: origins; of what exporters do, and of use and stocks,"
                + " destinations too")
        .orElse("none");
  }

  /** A key that must be there. */
  static Key of(String name, Form form, String about) {
    return new Key(
        name,
        form,
        List.of(),
        true,
        "",
        "",
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        about);
  }

  /** The same key, which may be left out; {@code meaning} says what then holds. */
  Key orElse(String meaning) {
    return new Key(name, form, choices, false, meaning, unit, least, most, about);
  }

  /** The same key for these words only. */
  Key oneOf(String... words) {
    return new Key(name, form, List.of(words), required, unless, unit, least, most, about);
  }

  /** The same key for numbers of this unit and range. */
  Key in(String measure, double from, double to) {
    return new Key(name, form, choices, required, unless, measure, from, to, about);
  }
}
