/**
 * The Lab: a scenario with levers on it, put as the query of an address. In reading order: {@link
 * org.plimsoll.app.lab.LabKey}, {@link org.plimsoll.app.lab.LabState}, {@link
 * org.plimsoll.app.lab.LabCase}, {@link org.plimsoll.app.lab.LabMarkets}, {@link
 * org.plimsoll.app.lab.LabAnswer}, {@link org.plimsoll.app.lab.LabPictures}, {@link
 * org.plimsoll.app.lab.LabDraws}, {@link org.plimsoll.app.lab.LabWhy}, {@link
 * org.plimsoll.app.lab.ScenarioText}, {@link org.plimsoll.app.lab.LabPresets}.
 */
@NullMarked
package org.plimsoll.app.lab;

import org.jspecify.annotations.NullMarked;
