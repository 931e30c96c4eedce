/** What governments do: the sealed set of measures, and the scenario that holds them. */
@NullMarked
package org.plimsoll.model.policy;

import org.jspecify.annotations.NullMarked;
