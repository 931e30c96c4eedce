/**
 * The market year by year: demand that grows, capacity that comes late, investment that answers to
 * prices. Method, equations and limits: {@code docs/method/outlook.md}.
 *
 * <p>Public, in reading order: {@link org.plimsoll.planner.outlook.Outlook} (what each year holds),
 * {@link org.plimsoll.planner.outlook.GrowthPath} (demand), {@link
 * org.plimsoll.planner.outlook.MeasuresOn} (what is in force on a date).
 */
@NullMarked
package org.plimsoll.planner.outlook;

import org.jspecify.annotations.NullMarked;
