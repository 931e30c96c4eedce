package org.plimsoll.app.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** Listens at an address and has a site answer what comes. */
public final class Listener implements AutoCloseable {
  /** Time to send a request's head, and to have a request answered. */
  private static final Duration EACH = Duration.ofSeconds(10);

  /** Time that requests in hand have to end when it is closed. */
  private static final Duration GRACE = Duration.ofSeconds(4);

  private static final int LONGEST_HEAD = 8 * 1024;
  private static final int MOST_CONNECTIONS = 512;

  /** Bytes of a body of 4 MiB, each chunk of it counted with a little more than it has. */
  private static final int LARGEST_BODY = 5 << 20;

  private static final int BODY_FRAMING = 16;
  private static final int REQUESTS_PER_SECOND = 40;
  private static final int REQUESTS_AT_ONCE = 80;
  private static final int MOST_CLIENTS = 10_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);
  private static final int SMALLEST_PACKED = 1024;

  private final Server server;
  private final ServerConnector connector;

  private Listener(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Listens from now on.
   *
   * @param at address and port; port 0 takes a free one
   * @throws IOException if the port is taken or the address is not this machine's
   */
  public static Listener start(InetSocketAddress at, List<Lane> lanes, Site site)
      throws IOException {
    Server server = new Server(new VirtualThreadPool());
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(LONGEST_HEAD);
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.RFC3986);
    Deadlines deadlines = new Deadlines(EACH);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(at.getHostString());
    connector.setPort(at.getPort());
    connector.setIdleTimeout(0); // deadlines end what makes no progress
    connector.addBean(deadlines);
    connector.setAcceptQueueSize(MOST_CONNECTIONS);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    Answering answering = new Answering(site, deadlines);
    Lanes turns =
        new Lanes(
            lanes,
            request -> site.lane(new Incoming(request)),
            deadlines,
            answering::refuse,
            answering);
    // A body comes in whole before the request takes its turn, so that who sends slowly holds none.
    EagerContentHandler arrived =
        new EagerContentHandler(
            turns,
            new EagerContentHandler.RetainedContentLoaderFactory(LARGEST_BODY, BODY_FRAMING, true));
    CompressionHandler packing = new CompressionHandler(arrived);
    GzipCompression gzip = new GzipCompression();
    gzip.setMinCompressSize(SMALLEST_PACKED);
    packing.putCompression(gzip);
    packing.putConfiguration(
        "/*",
        CompressionConfig.builder()
            .defaults()
            .compressExcludeMimeType("text/event-stream")
            .build());
    deadlines.setHandler(counted(site, packing, answering));
    server.setHandler(new GracefulHandler(deadlines));
    server.setErrorHandler(new Faults(site));
    server.setStopTimeout(GRACE.toMillis());
    try {
      server.start();
    } catch (IOException e) {
      stop(server);
      throw e;
    } catch (Exception e) {
      stop(server);
      throw new IllegalStateException("the server did not start", e);
    }
    return new Listener(server, connector);
  }

  /** Refuses who asks more often than a person or a program in good order does. */
  @SuppressWarnings("unchecked") // an array of predicates has no type of its own
  private static Handler counted(Site site, Handler next, Answering answering) {
    DoSHandler counting =
        new DoSHandler(
            next,
            request -> site.client(new Incoming(request)).orElse(""),
            new DoSHandler.LeakingBucketTrackerFactory(
                REQUESTS_PER_SECOND, REQUESTS_AT_ONCE, FORGOTTEN_AFTER),
            answering::slowDown,
            MOST_CLIENTS);
    counting.exclude(request -> site.client(new Incoming(request)).isEmpty());
    return counting;
  }

  /** The port that it listens at. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Takes no more requests and gives those in hand a few seconds to end. */
  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (TimeoutException e) {
      // what was in hand has had its time
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    }
  }

  /** Has the site answer, and writes what it says. */
  private static final class Answering extends Handler.Abstract {
    private final Site site;
    private final Deadlines deadlines;

    Answering(Site site, Deadlines deadlines) {
      this.site = site;
      this.deadlines = deadlines;
    }

    @Override
    public boolean handle(
        org.eclipse.jetty.server.Request request, Response response, Callback callback)
        throws Exception {
      Reply reply = site.reply(new Incoming(request));
      if (reply.body() instanceof Reply.Body.Streamed(Duration longest, Reply.Content content)) {
        head(reply, response);
        deadlines.extend(request, longest.plus(EACH));
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
          content.writeTo(out);
        }
        callback.succeeded();
      } else {
        send(reply, request, response, callback);
      }
      return true;
    }

    boolean slowDown(
        org.eclipse.jetty.server.Request request, Response response, Callback callback) {
      return turnAway(429, "you ask more often than is answered", request, response, callback);
    }

    boolean refuse(org.eclipse.jetty.server.Request request, Response response, Callback callback) {
      return turnAway(503, "the server has as much to do as it can", request, response, callback);
    }

    private boolean turnAway(
        int status,
        String problem,
        org.eclipse.jetty.server.Request request,
        Response response,
        Callback callback) {
      Reply reply = site.turnAway(new Incoming(request), status, problem);
      send(reply.with("Retry-After", "1"), request, response, callback);
      return true;
    }
  }

  private static void head(Reply reply, Response response) {
    response.setStatus(reply.status());
    reply
        .headers()
        .forEach((name, value) -> {
          if (name.equals("Vary")) {
            response.getHeaders().add(name, value); // packing has one of its own
          } else {
            response.getHeaders().put(name, value);
          }
        });
  }

  private static void send(
      Reply reply, org.eclipse.jetty.server.Request request, Response response, Callback callback) {
    head(reply, response);
    byte[] bytes = reply.body() instanceof Reply.Body.Whole(byte[] whole) ? whole : new byte[0];
    response.getHeaders().put("Content-Length", bytes.length);
    boolean isHead = request.getMethod().equals("HEAD");
    response.write(true, ByteBuffer.wrap(isHead ? new byte[0] : bytes), callback);
  }

  /** Says faults that Jetty finds as the site says its own. */
  private static final class Faults extends ErrorHandler {
    private final Site site;

    Faults(Site site) {
      this.site = site;
    }

    @Override
    protected void generateResponse(
        org.eclipse.jetty.server.Request request,
        Response response,
        int status,
        String message,
        Throwable cause,
        Callback callback) {
      String problem = cause instanceof HttpException bad ? bad.getReason() : message;
      Reply reply = site.fault(status, problem == null ? "it failed" : problem, "");
      // Jetty trusts the connection no further, and closes it.
      send(reply.with("Connection", "close"), request, response, callback);
    }
  }

  /** A request of Jetty's. */
  private record Incoming(org.eclipse.jetty.server.Request request) implements Request {
    @Override
    public String method() {
      return request.getMethod();
    }

    @Override
    public String path() {
      return org.eclipse.jetty.server.Request.getPathInContext(request);
    }

    @Override
    public String query() {
      return Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable(request.getHeaders().get(name));
    }

    @Override
    public String remoteAddress() {
      return org.eclipse.jetty.server.Request.getRemoteAddr(request);
    }

    @Override
    public InputStream body() {
      return org.eclipse.jetty.server.Request.asInputStream(request);
    }
  }
}
