package org.plimsoll.border.levy;

/**
 * One step of an assessment.
 *
 * @param word short name, as in {@link Grounds#steps}
 * @param how the rule with its figures
 * @param result what came out
 */
public record Step(String word, String how, String result) {}
