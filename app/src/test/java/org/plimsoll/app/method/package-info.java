/** Tests of the pages about the method. */
@NullMarked
package org.plimsoll.app.method;

import org.jspecify.annotations.NullMarked;
