package org.plimsoll.model.policy;

import org.plimsoll.model.provenance.Provenance;

/**
 * A dated fact about policy or price that a scenario or report may cite by its id.
 *
 * @param id row of its register, for example {@code F001}
 * @param date as printed
 * @param statement what it says, with its figure and unit
 * @param url where it is reported
 * @param provenance source, grade, status
 */
public record Fact(String id, String date, String statement, String url, Provenance provenance) {}
