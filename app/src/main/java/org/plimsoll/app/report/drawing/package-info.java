/**
 * Pictures as SVG, each a value with plain inputs. Read {@link
 * org.plimsoll.app.report.drawing.Drawing}, then any picture.
 */
@NullMarked
package org.plimsoll.app.report.drawing;

import org.jspecify.annotations.NullMarked;
