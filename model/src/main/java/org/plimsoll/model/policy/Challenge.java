package org.plimsoll.model.policy;

import java.time.LocalDate;
import org.plimsoll.model.provenance.Source;

/**
 * Another value that somebody puts beside an input of a reference price. Nothing is deleted: a
 * challenge is undone by a further one that names it.
 *
 * @param id unique
 * @param input id of the input
 * @param value in the input's own unit; of one that undoes another not used
 * @param who puts it
 * @param when on which day
 * @param source where the value stands
 * @param undoes id of the challenge that is taken back; empty if it takes back none
 * @param note reason; empty if there is none
 */
public record Challenge(
    String id,
    String input,
    double value,
    String who,
    LocalDate when,
    Source source,
    String undoes,
    String note) {}
