/** Classes that break a rule on purpose. */
@NullMarked
package org.plimsoll.app.architecture.offender;

import org.jspecify.annotations.NullMarked;
