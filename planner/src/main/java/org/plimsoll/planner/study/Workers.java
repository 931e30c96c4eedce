package org.plimsoll.planner.study;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.plimsoll.planner.market.world.Answers;

/**
 * Where a study works, who may stop it, and who hears of it.
 *
 * @param pool that solves
 * @param answers that remembers what was solved, for as long as its owner keeps it
 * @param cancelled asked before each solve
 * @param progress told after each solve
 */
public record Workers(
    ForkJoinPool pool, Answers answers, BooleanSupplier cancelled, Progress progress) {

  /** A pool with answers of its own, that nobody cancels and nobody watches. */
  public static Workers of(ForkJoinPool pool) {
    return new Workers(pool, new Answers(Answers.USUAL_BYTES), () -> false, Progress.NONE);
  }

  /** Every processor, with answers of its own. */
  public static Workers ofAllProcessors() {
    return of(new ForkJoinPool(Runtime.getRuntime().availableProcessors()));
  }

  /** The same, watched. */
  public Workers watchedBy(Progress watcher) {
    return new Workers(pool, answers, cancelled, watcher);
  }

  /**
   * Does the work for every item, side by side; the results stand in the order of the items.
   *
   * @throws CancellationException if somebody stopped it
   */
  public <T, R> List<R> map(String what, List<T> items, Function<T, R> work) {
    AtomicInteger done = new AtomicInteger();
    List<ForkJoinTask<R>> tasks =
        items.stream()
            .map(item ->
                ForkJoinTask.adapt(() -> {
                  if (cancelled.getAsBoolean()) {
                    throw new CancellationException("stopped");
                  }
                  R result = work.apply(item);
                  progress.at(done.incrementAndGet(), items.size(), what);
                  return result;
                }))
            .toList();
    pool.submit(() -> ForkJoinTask.invokeAll(tasks)).join();
    return tasks.stream().map(ForkJoinTask::join).toList();
  }
}
