/** Tests that what the documents tell a reader to do can be done. */
@NullMarked
package org.plimsoll.app.docs;

import org.jspecify.annotations.NullMarked;
