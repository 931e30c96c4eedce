package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A customs officer with a token, who brings files to a server and has them worked on. */
public final class Officer {
  private final LiveServer server;
  private final String token;

  private Officer(LiveServer server, String token) {
    this.server = server;
    this.token = token;
  }

  /**
   * An officer with a token of its own.
   *
   * @param state folder of the server's state
   */
  public static Officer of(LiveServer server, Path state, String name) {
    return new Officer(server, Tokens.in(state).add(name, Role.CUSTOMS));
  }

  /** The same at another server of the same state. */
  Officer at(LiveServer other) {
    return new Officer(other, token);
  }

  String token() {
    return token;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", "Bearer " + token));
    return server.request(Api.ROOT + path, all.toArray(String[]::new));
  }

  public HttpResponse<String> get(String path) throws Exception {
    return server.send(request(path).GET());
  }

  HttpResponse<String> head(String path) throws Exception {
    return server.send(request(path).HEAD());
  }

  HttpResponse<String> post(String path) throws Exception {
    return server.send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  HttpResponse<String> delete(String path) throws Exception {
    return server.send(request(path).DELETE());
  }

  HttpResponse<String> patch(String path, long offset, byte[] piece) throws Exception {
    return server.send(
        request(
                path,
                "Upload-Offset",
                Long.toString(offset),
                "Content-Type",
                "application/offset+octet-stream")
            .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(piece)));
  }

  /** Begins an upload: its path. */
  String begin(String name, long bytes) throws Exception {
    HttpResponse<String> begun = post("/uploads?name=%s&bytes=%d".formatted(name, bytes));
    assertEquals(201, begun.statusCode(), begun::body);
    return begun.headers().firstValue("Location").orElseThrow().replace(Api.ROOT, "");
  }

  /** Uploads a text: its id. */
  public String upload(String name, String text) throws Exception {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    String path = begin(name, content.length);
    HttpResponse<String> sent = patch(path, 0, content);
    assertEquals(200, sent.statusCode(), sent::body);
    return path.replace("/uploads/", "");
  }

  /** Has something done and waits for its end: the path of the result. */
  public String done(String path) throws Exception {
    String result = ordered(path);
    String events = get(result + "/events").body();
    assertTrue(events.contains("event: done"), events);
    return result;
  }

  /** Has something done: the path of the result to be. */
  String ordered(String path) throws Exception {
    HttpResponse<String> ordered = post(path);
    assertTrue(ordered.statusCode() / 100 == 2, ordered::body);
    return ordered.headers().firstValue("Location").orElseThrow().replace(Api.ROOT, "");
  }
}
