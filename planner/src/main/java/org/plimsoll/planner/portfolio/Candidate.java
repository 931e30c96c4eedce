package org.plimsoll.planner.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.model.policy.Measure;

/**
 * One thing that may be done, whole.
 *
 * @param id row of the register, or words for what no register has: {@code reserve-gallium-refined}
 * @param name for a person, in short
 * @param what it is, with its amount
 * @param kind of thing
 * @param owner firm or body, as quoted; empty if unknown
 * @param payer member whose treasury or firms pay: a country or customs territory; empty if it
 *     stands outside the alliance
 * @param standing measures of calm years and of stops
 * @param inStop measures of a stop alone: what a reserve sells
 * @param cost of having it; empty if unknown
 * @param start year announced; empty if none
 */
public record Candidate(
    String id,
    String name,
    String what,
    Kind kind,
    String owner,
    Optional<String> payer,
    List<Measure> standing,
    List<Measure> inStop,
    Optional<Cost> cost,
    OptionalInt start) {
  public Candidate {
    standing = List.copyOf(standing);
    inStop = List.copyOf(inStop);
  }

  /**
   * Whether it may be chosen: what it costs is known, and its gain in calm years is not taken from
   * exporters, as that of a floor is.
   */
  boolean isChoosable() {
    return cost.isPresent() && kind != Kind.FLOOR;
  }

  /** What kind of thing it is. */
  public enum Kind {
    /** A plant of the register with all its products. */
    PLANT("plant"),
    /** Goods bought before the stop and sold in it. */
    RESERVE("reserve"),
    /** A price floor that every member keeps. */
    FLOOR("floor"),
    /** Less use at every price: thrift, substitution, recycling. */
    THRIFT("thrift");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * What it costs to have.
   *
   * @param yearlyUsd capital charge, carrying and the once-only cost of buying, spread: USD a year
   * @param capitalUsd to be laid out; empty where nothing is
   * @param onceUsersUsd what buying it costs users once, beside; 0 for what is not bought
   */
  public record Cost(double yearlyUsd, OptionalDouble capitalUsd, double onceUsersUsd) {
    /** Of what costs nothing but what it changes in the market. */
    static final Cost NOTHING = new Cost(0, OptionalDouble.empty(), 0);
  }
}
