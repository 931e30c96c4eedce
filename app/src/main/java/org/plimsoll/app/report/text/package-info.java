/**
 * Numbers, dates and the width of letters as the report sets them. Read {@link
 * org.plimsoll.app.report.text.NumberText}.
 */
@NullMarked
package org.plimsoll.app.report.text;

import org.jspecify.annotations.NullMarked;
