package org.plimsoll.app.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.plimsoll.app.session.Refusal;

/** Long work, one piece at a time. What is asked twice while it waits or runs is one job. */
final class Jobs implements AutoCloseable {
  private static final int MOST_WAITING = 8;
  private static final int MOST_KEPT = 100;

  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().daemon().name("jobs").factory());
  private final Consumer<Throwable> faults;
  private final Map<String, Job> jobs =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
          return size() > MOST_KEPT && eldest.getValue().latest().state().isOver();
        }
      };

  Jobs(Consumer<Throwable> faults) {
    this.faults = faults;
  }

  /** What a job does; it asks the job whether it is still wanted. */
  interface Task {
    void run(Job job) throws Exception;
  }

  synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /**
   * Has it done, unless it is being done.
   *
   * @throws Api.ProblemFound if as many wait as may
   */
  synchronized Job submit(String id, Task task) {
    Optional<Job> known = find(id).filter(job -> !job.latest().state().isOver());
    if (known.isPresent()) {
      return known.get();
    }
    Job job = new Job(id);
    try {
      worker.execute(() -> run(job, task));
    } catch (RejectedExecutionException e) {
      throw new Api.ProblemFound(
          Problem.of(
              503,
              ProblemType.BUSY,
              "%d jobs wait already".formatted(MOST_WAITING),
              "ask again in a minute"),
          Map.of("Retry-After", "60"));
    }
    jobs.remove(id);
    jobs.put(id, job);
    return job;
  }

  private void run(Job job, Task task) {
    if (job.isUnwanted()) {
      job.tell(Job.State.CANCELLED, "");
      return;
    }
    job.tell(Job.State.RUNNING, "");
    try {
      task.run(job);
      job.tell(Job.State.DONE, "");
    } catch (CancellationException e) {
      job.tell(Job.State.CANCELLED, "");
    } catch (OutOfMemoryError e) {
      job.tell(
          Job.State.FAILED,
          "it does not fit into the memory of the server\n"
              + "Maybe ask for it with quick=true, or start the server with"
              + " PLIMSOLL_JAVA_OPTS=-Xmx2g");
    } catch (Refusal refusal) {
      job.tell(Job.State.FAILED, refusal.text());
    } catch (Exception fault) {
      if (job.isUnwanted()) {
        job.tell(Job.State.CANCELLED, "");
      } else {
        faults.accept(fault);
        job.tell(Job.State.FAILED, String.valueOf(fault.getMessage()));
      }
    }
  }

  /** Ends what runs before its next solve, and takes no more. */
  @Override
  public void close() {
    synchronized (this) {
      jobs.values().forEach(Job::cancel);
    }
    worker.shutdownNow();
  }
}
