package org.plimsoll.border.levy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.plimsoll.model.quantity.Mass;

/**
 * The running balances of tariff-rate quotas: first come, first served, by any number of threads,
 * and never more than there is.
 */
public final class QuotaLedger {
  private static final long MICROGRAMS_PER_GRAM = 1_000_000L;

  private final ConcurrentHashMap<String, AtomicLong> left = new ConcurrentHashMap<>();

  /**
   * Takes content out of a quota.
   *
   * @param quota name of the balance
   * @param year that is open
   * @param yearly the whole quota, with which the year opens
   * @param wantedMicrograms content of the line
   * @return what the quota had left of it, in micrograms
   */
  public long take(String quota, int year, Mass yearly, long wantedMicrograms) {
    AtomicLong balance =
        left.computeIfAbsent(
            quota + "@" + year,
            q -> new AtomicLong(Math.multiplyExact(yearly.grams(), MICROGRAMS_PER_GRAM)));
    while (true) {
      long before = balance.get();
      long taken = Math.min(before, wantedMicrograms);
      if (balance.compareAndSet(before, before - taken)) {
        return taken;
      }
    }
  }

  /** What is left in micrograms by {@code quota@year}, for a run that may have to go on later. */
  public SortedMap<String, Long> balances() {
    SortedMap<String, Long> balances = new TreeMap<>();
    left.forEach((quota, balance) -> balances.put(quota, balance.get()));
    return balances;
  }

  /** Goes on from the balances of an earlier run. */
  public void restore(Map<String, Long> balances) {
    left.clear();
    balances.forEach((quota, micrograms) -> left.put(quota, new AtomicLong(micrograms)));
  }
}
