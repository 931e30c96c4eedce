package org.plimsoll.border.screening;

import java.util.List;

/**
 * How the gaps of one exporter and importer in one period go with duties: gap = α + β × duty.
 *
 * @param period as written
 * @param exporter where goods came from
 * @param importer where they went
 * @param unit of the amounts
 * @param codes that were fitted
 * @param leftOut codes that one side has nothing of, of which there is no logarithm
 * @param intercept α: the gap without duty, freight among it
 * @param slope β: by how much the gap grows with a duty of the whole value
 * @param standardError of the slope, whatever the spread at each duty
 * @param gaps code by code, the largest share first, of equals what was more
 */
public record MirrorFit(
    String period,
    String exporter,
    String importer,
    String unit,
    int codes,
    int leftOut,
    double intercept,
    double slope,
    double standardError,
    List<MirrorGap> gaps) {
  public MirrorFit {
    gaps = List.copyOf(gaps);
  }
}
