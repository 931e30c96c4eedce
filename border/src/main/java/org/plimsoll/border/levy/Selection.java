package org.plimsoll.border.levy;

import org.plimsoll.model.quantity.Share;

/**
 * The rule of a line and the share of its mass that is content.
 *
 * @param rule that covers it
 * @param share on the rule's basis
 * @param isByFactor whether no assay was stated
 */
record Selection(LevyRule rule, Share share, boolean isByFactor) {}
