/**
 * The walls between modules and packages, as ARCHITECTURE.md draws them. Read {@code
 * ArchitectureTest}, then {@code Rules}; {@code RulesTest} shows that each rule finds its offender.
 */
@NullMarked
package org.plimsoll.app.architecture;

import org.jspecify.annotations.NullMarked;
