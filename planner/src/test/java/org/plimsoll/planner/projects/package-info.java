@NullMarked
package org.plimsoll.planner.projects;

import org.jspecify.annotations.NullMarked;
