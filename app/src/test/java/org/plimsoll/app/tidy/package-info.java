/**
 * What every file of the project must be like. Read {@code TidyTest}, then {@code TextRules};
 * {@code TextRulesTest} shows that each rule finds its offender.
 */
@NullMarked
package org.plimsoll.app.tidy;

import org.jspecify.annotations.NullMarked;
