package org.plimsoll.app.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections that make no progress. Each has a deadline: to send the head of its next
 * request, or to have the one in hand answered. Bytes that drip do not move it, which is where it
 * differs from an idle timeout.
 */
final class Deadlines extends Handler.Wrapper implements Connection.Listener {
  private static final long SWEEP_MILLIS = 500;

  private final long nanos;
  private final Map<Connection, Deadline> deadlines = new ConcurrentHashMap<>();

  Deadlines(Duration each) {
    nanos = each.toNanos();
  }

  /**
   * @param end by the clock of nanoseconds
   * @param inHand the request that is being answered; {@link Callback#NOOP} if none is
   */
  private record Deadline(long end, Callback inHand) {}

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    sweepLater();
  }

  @Override
  public void onOpened(Connection connection) {
    deadlines.put(connection, new Deadline(System.nanoTime() + nanos, Callback.NOOP));
  }

  @Override
  public void onClosed(Connection connection) {
    deadlines.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    Callback once = new Once(callback);
    deadlines.computeIfPresent(
        connection, (same, old) -> new Deadline(System.nanoTime() + nanos, once));
    Request.addCompletionListener(
        request,
        failure ->
            deadlines.computeIfPresent(
                connection, (same, old) -> new Deadline(System.nanoTime() + nanos, Callback.NOOP)));
    return super.handle(request, response, once);
  }

  /** From now on the request has so long. */
  void extend(Request request, Duration longest) {
    deadlines.computeIfPresent(
        request.getConnectionMetaData().getConnection(),
        (same, old) -> new Deadline(System.nanoTime() + longest.toNanos(), old.inHand()));
  }

  private void sweepLater() {
    getServer().getScheduler().schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    long now = System.nanoTime();
    deadlines.forEach((connection, deadline) -> {
      if (now - deadline.end() > 0 && deadlines.remove(connection, deadline)) {
        TimeoutException late = new TimeoutException("nothing came of it in time");
        connection.getEndPoint().close(late);
        // Whoever reads or writes finds out by itself; a request that nobody works on does not.
        getServer()
            .getScheduler()
            .schedule(
                () -> deadline.inHand().failed(late), 2 * SWEEP_MILLIS, TimeUnit.MILLISECONDS);
      }
    });
    if (isRunning()) {
      sweepLater();
    }
  }

  /** Ends a request once, whoever is first: its answer or its deadline. */
  private static final class Once extends Callback.Nested {
    private final AtomicBoolean isOver = new AtomicBoolean();

    Once(Callback callback) {
      super(callback);
    }

    @Override
    public void succeeded() {
      if (isOver.compareAndSet(false, true)) {
        super.succeeded();
      }
    }

    @Override
    public void failed(Throwable failure) {
      if (isOver.compareAndSet(false, true)) {
        super.failed(failure);
      }
    }
  }
}
