package org.plimsoll.border.entry;

/** Where customs value ends. */
public enum ValueBasis {
  /** At the foreign port, as in the United States. */
  FOB,
  /** At the port of arrival, freight and insurance in it, as nearly everywhere else. */
  CIF;

  /**
   * Reads the term of delivery of an entry: terms that end at the foreign port are FOB, those with
   * freight and insurance CIF.
   *
   * @throws IllegalArgumentException if value ends elsewhere by the term
   */
  public static ValueBasis parse(String term) {
    return switch (term) {
      case "FOB", "FAS", "FCA" -> FOB;
      case "CIF", "CIP" -> CIF;
      default ->
          throw new IllegalArgumentException(
              "'"
                  + term
                  + "' states no value at a port"
                  + "\nMaybe bring the value to FOB or CIF, and write that");
    };
  }
}
