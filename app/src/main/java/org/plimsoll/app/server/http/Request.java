package org.plimsoll.app.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A request; its body is read when it is asked for. */
public interface Request {
  /** In capitals: GET. */
  String method();

  /** Decoded, from the first slash: /api/v1/products. Never has a part {@code ..}. */
  String path();

  /** As it was sent, without the question mark; empty if there is none. */
  String query();

  /** The first header of this name, whatever its case. */
  Optional<String> header(String name);

  /** The address that it came from. */
  String remoteAddress();

  /** The body as it comes. */
  InputStream body();

  /**
   * The whole body.
   *
   * @param most bytes
   * @throws TooLarge if it is longer
   */
  default byte[] body(long most) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try (InputStream in = body()) {
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        if (read.size() + (long) n > most) {
          throw new TooLarge(most);
        }
        read.write(part, 0, n);
      }
    }
    return read.toByteArray();
  }

  /** A body that is longer than what is asked may be. */
  final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(long most) {
      super("the body has more than " + most + " bytes");
    }
  }
}
