/** Tests of the report, with a demonstration page on made-up numbers in a real browser. */
@NullMarked
package org.plimsoll.app.report.page;

import org.jspecify.annotations.NullMarked;
