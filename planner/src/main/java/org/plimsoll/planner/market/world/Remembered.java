package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.planner.market.rows.Chain;

/**
 * Outcomes by question, as many as a number of bytes holds; the one longest not asked for goes
 * first. For one thread at a time.
 */
final class Remembered {
  private final long mostBytes;
  private long bytes;
  private final LinkedHashMap<ChainQuestion, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  /** How many entries keep a chain's rows alive; these count once. */
  private final IdentityHashMap<Chain, Integer> keepers = new IdentityHashMap<>();

  /**
   * An outcome.
   *
   * @param bytes of itself, without the rows of its chains
   * @param chains whose rows it keeps alive
   */
  private record Entry(ChainOutcome outcome, long bytes, List<Chain> chains) {}

  Remembered(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The outcome; what its search started from is as lately asked for as itself. */
  Optional<ChainOutcome> find(ChainQuestion question) {
    question.start().ifPresent(entries::get);
    @Nullable Entry entry = entries.get(question);
    return entry == null ? Optional.empty() : Optional.of(entry.outcome());
  }

  void put(ChainQuestion question, ChainOutcome outcome) {
    Entry entry = entry(question, outcome);
    if (entry.bytes() > mostBytes || entries.containsKey(question)) {
      return;
    }
    entries.put(question, entry);
    bytes += entry.bytes();
    for (Chain chain : entry.chains()) {
      if (keepers.merge(chain, 1, Integer::sum) == 1) {
        bytes += Footprint.of(chain);
      }
    }
    Iterator<Entry> oldest = entries.values().iterator();
    while (bytes > mostBytes) {
      Entry gone = oldest.next();
      oldest.remove();
      drop(gone);
    }
  }

  private void drop(Entry gone) {
    bytes -= gone.bytes();
    for (Chain chain : gone.chains()) {
      if (keepers.merge(chain, -1, Integer::sum) == 0) {
        keepers.remove(chain);
        bytes -= Footprint.of(chain);
      }
    }
  }

  private static Entry entry(ChainQuestion question, ChainOutcome outcome) {
    List<Chain> chains = new ArrayList<>();
    for (Optional<ChainQuestion> q = Optional.of(question); q.isPresent(); q = q.get().start()) {
      chains.add(q.get().chain());
    }
    outcome.solved().ifPresent(solved -> chains.add(solved.tally().s.chain));
    return new Entry(
        outcome,
        Footprint.of(question) + outcome.solved().map(Footprint::of).orElse(0L),
        List.copyOf(chains));
  }

  /** Bytes held, by estimate. */
  long bytes() {
    return bytes;
  }
}
