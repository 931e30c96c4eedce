/**
 * Scenario files: policy questions that a person can read and write, in YAML. {@link
 * org.plimsoll.sources.scenario.ScenarioFile} is the one public type; the keys of a file are
 * described in {@code Shapes} and {@code MeasureType}.
 */
@NullMarked
package org.plimsoll.sources.scenario;

import org.jspecify.annotations.NullMarked;
