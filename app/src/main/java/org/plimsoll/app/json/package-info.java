/** The model's own values as canonical JSON. Read {@link org.plimsoll.app.json.CanonicalJson}. */
@NullMarked
package org.plimsoll.app.json;

import org.jspecify.annotations.NullMarked;
