package org.plimsoll.app.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/** Sends each request by its lane; a lane that is full refuses it. */
final class Lanes extends Handler.AbstractContainer {
  private final Map<Lane, QoSHandler> handlers = new LinkedHashMap<>();
  private final Function<Request, Lane> lane;
  private final Deadlines deadlines;

  /**
   * @param deadlines that give each request the time of its lane
   * @param refuse what a request is answered whose lane is full
   * @param last behind every lane
   */
  Lanes(
      List<Lane> lanes,
      Function<Request, Lane> lane,
      Deadlines deadlines,
      Request.Handler refuse,
      Handler last) {
    this.lane = lane;
    this.deadlines = deadlines;
    for (Lane each : lanes) {
      QoSHandler handler = new Turn(refuse);
      handler.setMaxRequestCount(each.running());
      handler.setMaxSuspendedRequestCount(each.waiting());
      handler.setMaxSuspend(each.longestWait());
      handler.setHandler(
          new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
              return last.handle(request, response, callback);
            }
          });
      handlers.put(each, handler);
      addBean(handler);
    }
    addBean(last);
  }

  @Override
  public List<Handler> getHandlers() {
    return List.copyOf(handlers.values());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Lane its = lane.apply(request);
    QoSHandler handler = handlers.get(its);
    deadlines.extend(request, its.longestWait().plus(its.longest()));
    return handler != null && handler.handle(request, response, callback);
  }

  /** Jetty's own handler, which refuses as the site does. */
  private static final class Turn extends QoSHandler {
    private final Request.Handler refuse;

    Turn(Request.Handler refuse) {
      this.refuse = refuse;
    }

    @Override
    protected void failSuspended(
        Request request, Response response, Callback callback, int status, Throwable failure) {
      refuse(request, response, callback);
    }

    @Override
    protected void reject(Request request, Response response, Callback callback, int status) {
      refuse(request, response, callback);
    }

    private void refuse(Request request, Response response, Callback callback) {
      try {
        refuse.handle(request, response, callback);
      } catch (Exception e) {
        callback.failed(e);
      }
    }
  }
}
