package org.plimsoll.border.screening;

import java.util.Optional;
import org.plimsoll.border.entry.EntryLine;

/**
 * A line that was made up, and what is true of it.
 *
 * @param line as declared
 * @param kind what was planted; empty for an honest line
 * @param truth what the declaration hides: the paid value, the true origin or code; empty for an
 *     honest line
 */
public record GeneratedEntry(EntryLine line, Optional<CircumventionKind> kind, String truth) {}
