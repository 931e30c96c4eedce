package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Words;

/**
 * A rate of recycling.
 *
 * @param commodity identifier in {@code commodities.csv}
 * @param measure which of the rates
 * @param area country code, customs territory, or {@code *} for the world
 * @param period year or edition of the study, as printed
 * @param share in [0, 1]
 * @param provenance source, grade, status
 */
public record Recycling(
    String commodity,
    Measure measure,
    String area,
    String period,
    Interval share,
    Provenance provenance) {

  /** Rates that are called recycling rates and are not the same. */
  public enum Measure {
    /** Old scrap ÷ all material that goes into use: end-of-life recycling input rate. */
    EOL_INPUT_RATE("end-of-life recycling input rate"),
    /** Metal got back ÷ metal in what is discarded: end-of-life recycling rate. */
    EOL_RATE("end-of-life recycling rate"),
    /** Scrap of every kind ÷ consumption. */
    SCRAP_IN_USE("scrap in consumption");

    private final String name;

    Measure(String name) {
      this.name = name;
    }

    /** How a person says it. */
    public String inWords() {
      return name;
    }

    /**
     * Reads the word used in files.
     *
     * @throws IllegalArgumentException on any other word
     */
    public static Measure parse(String text) {
      return Words.parse(text, Measure.class, "a rate of recycling");
    }
  }
}
