package org.plimsoll.border.levy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.plimsoll.model.quantity.Mass;

/**
 * What was taken of tariff-rate quotas: first come, first served, by any number of threads, and
 * never more than there is. How much there is, is the law's to say, and may change within a year.
 */
public final class QuotaLedger {
  private static final long MICROGRAMS_PER_GRAM = 1_000_000L;

  private final ConcurrentHashMap<QuotaYear, AtomicLong> taken = new ConcurrentHashMap<>();

  /**
   * Takes content out of a quota.
   *
   * @param quota of the year of the line
   * @param yearly the whole quota by the law of the line
   * @param wantedMicrograms content of the line
   * @return what the quota had left of it, in micrograms
   */
  public long take(QuotaYear quota, Mass yearly, long wantedMicrograms) {
    long whole = micrograms(yearly);
    AtomicLong balance = taken.computeIfAbsent(quota, q -> new AtomicLong());
    while (true) {
      long before = balance.get();
      long given = Math.max(0, Math.min(whole - before, wantedMicrograms));
      if (balance.compareAndSet(before, before + given)) {
        return given;
      }
    }
  }

  /** Gives back what a line had taken that could not be assessed in the end. */
  public void giveBack(QuotaYear quota, long givenMicrograms) {
    taken.computeIfAbsent(quota, q -> new AtomicLong()).addAndGet(-givenMicrograms);
  }

  /** What was taken, in micrograms, for a run that may have to go on later. */
  public SortedMap<QuotaYear, Long> balances() {
    SortedMap<QuotaYear, Long> balances = new TreeMap<>();
    taken.forEach((quota, balance) -> balances.put(quota, balance.get()));
    return balances;
  }

  /** Goes on from the balances of an earlier run. */
  public void restore(Map<QuotaYear, Long> balances) {
    taken.clear();
    balances.forEach((quota, micrograms) -> taken.put(quota, new AtomicLong(micrograms)));
  }

  /** A whole quota, which a schedule keeps within what a long can count. */
  static long micrograms(Mass yearly) {
    return Math.multiplyExact(yearly.grams(), MICROGRAMS_PER_GRAM);
  }
}
