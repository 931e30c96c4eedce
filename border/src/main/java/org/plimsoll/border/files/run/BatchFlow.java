package org.plimsoll.border.files.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plimsoll.border.files.input.EntrySource;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.QuotaLedger;

/**
 * Takes every batch from its source to the files: read, assessed, written, in that order.
 *
 * @param name of the input, for rejects
 * @param threads that assess
 */
record BatchFlow(String name, LevyEngine engine, QuotaLedger quotas, int threads) {
  /**
   * Does all of them.
   *
   * @param written is run behind every batch that was written; what it throws stops the flow
   */
  void run(EntrySource source, RunFiles files, Runnable written) throws IOException {
    if (threads == 1) {
      runInOrder(source, files, written);
    } else {
      runTogether(source, files, written);
    }
    files.complete();
  }

  private void runInOrder(EntrySource source, RunFiles files, Runnable written) throws IOException {
    BatchWork work = new BatchWork(name, engine, quotas, source.splitter());
    while (source.next(work.records())) {
      files.take(work.run());
      written.run();
    }
  }

  /** Work that a thread has or will have. */
  private record Given(BatchWork work, Future<BatchWork.Done> done) {}

  /** This thread reads and writes, the others assess; batches are written as they were read. */
  private void runTogether(EntrySource source, RunFiles files, Runnable written)
      throws IOException {
    Deque<BatchWork> idle = new ArrayDeque<>();
    for (int i = 0; i < 2 * threads; i++) {
      idle.add(new BatchWork(name, engine, quotas, source.splitter().copy()));
    }
    Deque<Given> pending = new ArrayDeque<>();
    boolean isAtEnd = false;
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      while (!isAtEnd || !pending.isEmpty()) {
        if (isAtEnd || idle.isEmpty()) {
          Given first = pending.remove();
          files.take(get(first.done()));
          written.run();
          idle.add(first.work());
        } else if (source.next(idle.element().records())) {
          BatchWork work = idle.remove();
          pending.add(new Given(work, workers.submit(work::run)));
        } else {
          isAtEnd = true;
        }
      }
    }
  }

  private static BatchWork.Done get(Future<BatchWork.Done> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError full) {
        throw full;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", e);
    }
  }
}
