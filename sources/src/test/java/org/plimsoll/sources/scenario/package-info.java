/** Tests of scenario files; read {@code ScenarioFileTest} first. */
@NullMarked
package org.plimsoll.sources.scenario;

import org.jspecify.annotations.NullMarked;
