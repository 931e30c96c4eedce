package org.plimsoll.border.files.run;

import java.math.BigInteger;

/** Lines added up, exactly, however large the sums. */
public final class Sum {
  private long lines;
  private Tally content = new Tally();
  private Tally value = new Tally();
  private Tally duties = new Tally();
  private Tally levy = new Tally();

  void add(long contentMicrograms, long valueMinor, long dutiesMinor, long levyMinor) {
    lines++;
    content.add(contentMicrograms);
    value.add(valueMinor);
    duties.add(dutiesMinor);
    levy.add(levyMinor);
  }

  void add(Sum other) {
    lines += other.lines;
    content.add(other.content);
    value.add(other.value);
    duties.add(other.duties);
    levy.add(other.levy);
  }

  public long lines() {
    return lines;
  }

  public BigInteger contentMicrograms() {
    return content.total();
  }

  /** Customs value in minor units of the schedule's currency. */
  public BigInteger valueMinor() {
    return value.total();
  }

  /** Other duties in minor units of the schedule's currency. */
  public BigInteger dutiesMinor() {
    return duties.total();
  }

  /** Levies in minor units of the schedule's currency. */
  public BigInteger levyMinor() {
    return levy.total();
  }

  /** For a run that may have to go on. */
  String save() {
    return "%d %d %d %d %d"
        .formatted(lines, content.total(), value.total(), duties.total(), levy.total());
  }

  static Sum parse(String saved) {
    String[] words = saved.split(" ", -1);
    Sum sum = new Sum();
    sum.lines = Long.parseLong(words[0]);
    sum.content = Tally.parse(words[1]);
    sum.value = Tally.parse(words[2]);
    sum.duties = Tally.parse(words[3]);
    sum.levy = Tally.parse(words[4]);
    return sum;
  }
}
