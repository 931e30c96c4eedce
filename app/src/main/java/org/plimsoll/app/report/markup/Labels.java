package org.plimsoll.app.report.markup;

/**
 * What a page calls its numbered parts.
 *
 * @param table before the number of a table
 * @param figure before the number of a figure
 * @param numbers over the table of a figure's numbers
 */
public record Labels(String table, String figure, String numbers) {
  /** As reports have them. */
  public static final Labels ENGLISH = new Labels("Table", "Figure", "Numbers of this figure");
}
