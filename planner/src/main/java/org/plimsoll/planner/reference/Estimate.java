package org.plimsoll.planner.reference;

import java.util.List;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;

/** What a method makes of its inputs: a price, or what it lacks. */
public sealed interface Estimate {
  ReferenceMethod method();

  /** In the order of the formula. */
  List<Input> inputs();

  /** Figures that were looked at and not used. */
  List<LeftOut> leftOut();

  /**
   * A price.
   *
   * @param usdPerTonne central value; its range is the 10th to 90th percentile of draws of the
   *     inputs, or what a method says of itself
   * @param isIndicative whether too little stands behind it to be used
   * @param working how it was put together, a line each
   */
  record Priced(
      ReferenceMethod method,
      Interval usdPerTonne,
      boolean isIndicative,
      List<String> working,
      List<Input> inputs,
      List<LeftOut> leftOut)
      implements Estimate {
    public Priced {
      working = List.copyOf(working);
      inputs = List.copyOf(inputs);
      leftOut = List.copyOf(leftOut);
    }

    /** The worst of its inputs. */
    public Grade grade() {
      return inputs.stream().map(input -> input.provenance().grade()).reduce(Grade.A, Grade::worse);
    }
  }

  /**
   * No price.
   *
   * @param missing what is needed and not known, at least one
   */
  record Lacking(
      ReferenceMethod method, List<String> missing, List<Input> inputs, List<LeftOut> leftOut)
      implements Estimate {
    public Lacking {
      missing = List.copyOf(missing);
      inputs = List.copyOf(inputs);
      leftOut = List.copyOf(leftOut);
      if (missing.isEmpty()) {
        throw new IllegalArgumentException("an estimate lacks nothing and has no price");
      }
    }
  }

  /**
   * A figure that was not used.
   *
   * @param id by which a challenge names it
   * @param what it is
   * @param why it was not used
   */
  record LeftOut(String id, String what, String why) {}
}
