@NullMarked
package org.plimsoll.app.portfolio;

import org.jspecify.annotations.NullMarked;
