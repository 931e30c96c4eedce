package org.plimsoll.border.files;

/** Lines added up, exactly. */
public final class Sum {
  private static final long MICROGRAMS = 1_000_000;

  private long lines;
  private long grams;
  private long micrograms;
  private long value;
  private long duties;
  private long levy;

  void add(long contentMicrograms, long valueMinor, long dutiesMinor, long levyMinor) {
    lines++;
    micrograms += contentMicrograms % MICROGRAMS;
    grams = Math.addExact(grams, contentMicrograms / MICROGRAMS);
    carry();
    value = Math.addExact(value, valueMinor);
    duties = Math.addExact(duties, dutiesMinor);
    levy = Math.addExact(levy, levyMinor);
  }

  void add(Sum other) {
    lines += other.lines;
    micrograms += other.micrograms;
    grams = Math.addExact(grams, other.grams);
    carry();
    value = Math.addExact(value, other.value);
    duties = Math.addExact(duties, other.duties);
    levy = Math.addExact(levy, other.levy);
  }

  private void carry() {
    if (micrograms >= MICROGRAMS) {
      micrograms -= MICROGRAMS;
      grams++;
    }
  }

  public long lines() {
    return lines;
  }

  /** Content in whole grams, what is less left out. */
  public long contentGrams() {
    return grams;
  }

  /** Customs value in minor units of the schedule's currency. */
  public long valueMinor() {
    return value;
  }

  /** Other duties in minor units of the schedule's currency. */
  public long dutiesMinor() {
    return duties;
  }

  /** Levies in minor units of the schedule's currency. */
  public long levyMinor() {
    return levy;
  }

  /** For a run that may have to go on. */
  String save() {
    return lines + " " + grams + " " + micrograms + " " + value + " " + duties + " " + levy;
  }

  static Sum parse(String saved) {
    String[] words = saved.split(" ", -1);
    Sum sum = new Sum();
    sum.lines = Long.parseLong(words[0]);
    sum.grams = Long.parseLong(words[1]);
    sum.micrograms = Long.parseLong(words[2]);
    sum.value = Long.parseLong(words[3]);
    sum.duties = Long.parseLong(words[4]);
    sum.levy = Long.parseLong(words[5]);
    return sum;
  }
}
