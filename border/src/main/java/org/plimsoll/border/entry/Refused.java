package org.plimsoll.border.entry;

/**
 * Why a line was not assessed.
 *
 * @param column what is wrong
 * @param reason what was read, and a way out
 */
public record Refused(EntryColumn column, String reason) {}
