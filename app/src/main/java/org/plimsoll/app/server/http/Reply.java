package org.plimsoll.app.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An answer to a request.
 *
 * @param status of HTTP
 * @param headers by name
 * @param body what follows them
 */
public record Reply(int status, SortedMap<String, String> headers, Body body) {
  private static final String TYPE = "Content-Type";

  public Reply {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /** What follows the headers. */
  public sealed interface Body {
    /** All of it. */
    @SuppressWarnings("ArrayRecordComponent") // written at once, never compared
    record Whole(byte[] bytes) implements Body {}

    /**
     * What is written as it is made.
     *
     * @param longest after which it is cut off
     * @param content writes it
     */
    record Streamed(Duration longest, Content content) implements Body {}
  }

  /** What writes a body. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** A text of this media type, in UTF-8. */
  public static Reply of(int status, String type, String text) {
    return of(status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes of this media type. */
  public static Reply of(int status, String type, byte[] bytes) {
    return new Reply(status, new TreeMap<>(Map.of(TYPE, type)), new Body.Whole(bytes));
  }

  /** A body that is written as it is made. */
  public static Reply streamed(String type, Duration longest, Content content) {
    return new Reply(200, new TreeMap<>(Map.of(TYPE, type)), new Body.Streamed(longest, content));
  }

  /** No body. */
  public static Reply empty(int status) {
    return new Reply(status, Collections.emptySortedMap(), new Body.Whole(new byte[0]));
  }

  /** The same with a header. */
  public Reply with(String name, String value) {
    SortedMap<String, String> all = new TreeMap<>(headers);
    all.put(name, value);
    return new Reply(status, all, body);
  }
}
