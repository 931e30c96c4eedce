/**
 * Whether a project pays: the use case behind {@code plimsoll finance}, its route and its part of
 * the page of a project. Read {@link org.plimsoll.app.finance.FinanceProject}; the method is {@code
 * docs/method/finance.md}.
 */
@NullMarked
package org.plimsoll.app.finance;

import org.jspecify.annotations.NullMarked;
