/** Tests of the finance of projects on the world's rows. */
@NullMarked
package org.plimsoll.app.finance;

import org.jspecify.annotations.NullMarked;
