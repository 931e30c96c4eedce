package org.plimsoll.app.server;

import org.plimsoll.app.lab.LabDraws;
import org.plimsoll.app.lab.LabMarkets;
import org.plimsoll.app.lab.LabPresets;

/**
 * What answers levers.
 *
 * @param markets in the central case
 * @param draws of the parameters
 * @param presets to begin with
 */
record ServedLab(LabMarkets markets, LabDraws draws, LabPresets presets) {}
