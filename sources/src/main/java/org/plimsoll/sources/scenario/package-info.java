/**
 * Scenario files: policy questions that a person can read and write, in YAML; and market files: a
 * market whole, in JSON or YAML. {@link org.plimsoll.sources.scenario.ScenarioFile} and {@link
 * org.plimsoll.sources.scenario.MarketFile} are the public types; the keys of a file are described
 * in {@code Shapes} and {@code MeasureType}.
 */
@NullMarked
package org.plimsoll.sources.scenario;

import org.jspecify.annotations.NullMarked;
