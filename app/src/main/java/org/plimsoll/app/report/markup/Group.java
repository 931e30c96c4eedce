package org.plimsoll.app.report.markup;

/**
 * Countries drawn in one colour: members, partners, the exporter that restricts, others.
 *
 * @param name as the key says it
 * @param tone its colour
 */
public record Group(String name, Tone tone) {
  /** Whoever is in no other group. */
  public static final Group OTHERS = new Group("others", Tone.GREY);
}
