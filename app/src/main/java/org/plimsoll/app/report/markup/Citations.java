package org.plimsoll.app.report.markup;

import org.plimsoll.model.provenance.Source;

/**
 * Where the citations of a page lead: to the lists that close a report, {@link ListCitations}, or
 * to the pages of a site, {@link SiteCitations}. The marks that stand after a number are the same.
 */
public interface Citations {
  /**
   * The address of what was read.
   *
   * @param number of its dataset and edition on the page, from 1
   */
  String ofSource(Source source, int number);

  /** The address of how a number was computed. */
  String ofDerivation(Numbering.Derivation derivation);
}
