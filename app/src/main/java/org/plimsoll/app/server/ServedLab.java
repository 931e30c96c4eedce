package org.plimsoll.app.server;

import org.plimsoll.app.lab.LabDraws;
import org.plimsoll.app.lab.LabMarkets;

/**
 * What answers levers.
 *
 * @param markets in the central case
 * @param draws of the parameters
 */
record ServedLab(LabMarkets markets, LabDraws draws) {}
