/**
 * What the market says, as values: questions, the numbers read off each answer, draw by draw, and
 * why a number is missing.
 *
 * <p>Read in this order: {@link org.plimsoll.planner.study.Settings}, {@link
 * org.plimsoll.planner.study.Question}, {@link org.plimsoll.planner.study.Quantity}, {@link
 * org.plimsoll.planner.study.Reading}, {@link org.plimsoll.planner.study.Series}, {@link
 * org.plimsoll.planner.study.Study}, {@link org.plimsoll.planner.study.Inquiry}.
 */
@NullMarked
package org.plimsoll.planner.study;

import org.jspecify.annotations.NullMarked;
