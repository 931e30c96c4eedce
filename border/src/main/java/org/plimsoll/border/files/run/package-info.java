/**
 * Runs over entries and what is made of their results. Read {@link
 * org.plimsoll.border.files.run.AssessRun}; then {@link org.plimsoll.border.files.run.Corrections},
 * {@link org.plimsoll.border.files.run.Refunds}, {@link org.plimsoll.border.files.run.Duplicates}.
 */
@NullMarked
package org.plimsoll.border.files.run;

import org.jspecify.annotations.NullMarked;
