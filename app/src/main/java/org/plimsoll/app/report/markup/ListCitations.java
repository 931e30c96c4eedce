package org.plimsoll.app.report.markup;

import org.plimsoll.model.provenance.Source;

/** Citations that lead to the two lists at the end of the same page, printed or not. */
public record ListCitations() implements Citations {
  @Override
  public String ofSource(Source source, int number) {
    return "#" + sourceId(number);
  }

  @Override
  public String ofDerivation(Numbering.Derivation derivation) {
    return "#" + derivedId(derivation.number());
  }

  /** The anchor of a dataset in the list of sources. */
  public static String sourceId(int number) {
    return "src-" + number;
  }

  /** The anchor of a derivation in its list. */
  public static String derivedId(int number) {
    return "how-" + number;
  }
}
