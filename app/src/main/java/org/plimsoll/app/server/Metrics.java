package org.plimsoll.app.server;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.app.server.http.Lane;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.server.http.Site;

/** Counts requests by route and status, times them by lane, and says so in Prometheus' text. */
final class Metrics implements Watch, Site {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final double NANOS = 1e9;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("plimsoll_requests_total")
          .help("Requests answered, by route, method and status.")
          .labelNames("route", "method", "status")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("plimsoll_request_seconds")
          .help("Time from a request's turn to its answer, by lane.")
          .labelNames("lane")
          .classicOnly()
          .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 60)
          .register(registry);

  Metrics() {
    GaugeWithCallback.builder()
        .name("plimsoll_heap_bytes")
        .help("Heap in use.")
        .callback(gauge -> {
          Runtime runtime = Runtime.getRuntime();
          gauge.call((double) (runtime.totalMemory() - runtime.freeMemory()));
        })
        .register(registry);
  }

  @Override
  public void answered(Answered done) {
    requests.labelValues(done.route(), method(done), Integer.toString(done.status())).inc();
    seconds
        .labelValues(done.work().name().toLowerCase(Locale.ROOT))
        .observe(done.took().toNanos() / NANOS);
  }

  /** A method that nobody knows is one label, however many are made up. */
  private static String method(Answered done) {
    return switch (done.method()) {
      case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE" -> done.method();
      default -> "other";
    };
  }

  @Override
  public Reply reply(Request request) {
    if (!request.path().equals("/metrics")) {
      return fault(404, "nothing is here but /metrics", "");
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return Reply.of(200, TYPE, text.toByteArray());
  }

  @Override
  public Lane lane(Request request) {
    return Work.FILE.lane();
  }

  @Override
  public Optional<String> client(Request request) {
    return Optional.empty();
  }

  @Override
  public Reply turnAway(Request request, int status, String problem) {
    return fault(status, problem, "");
  }

  @Override
  public Reply fault(int status, String problem, String wayOut) {
    return Reply.of(status, "text/plain; charset=utf-8", problem + "\n");
  }
}
