package org.plimsoll.bench.peers.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that takes a server's time: it sends a head or a body not at all or byte by byte. */
enum SlowClient {
  SILENT_HEAD("GET /ans", false),
  DRIPPING_HEAD("GET /answer HTTP/1.1\r\nHost: x\r\nX-Slow: ", true),
  SILENT_BODY("POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nab", false),
  DRIPPING_BODY("POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nab", true);

  private static final int PAUSE_MILLIS = 250;
  private static final int LONGEST_MILLIS = 40_000;

  private final String start;
  private final boolean drips;

  SlowClient(String start, boolean drips) {
    this.start = start;
    this.drips = drips;
  }

  /** Seconds after which the server closed the connection; -1 if it had not after forty. */
  double secondsUntilClosed(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PAUSE_MILLIS);
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      out.write(start.getBytes(StandardCharsets.US_ASCII));
      long begin = System.nanoTime();
      while (millisSince(begin) < LONGEST_MILLIS) {
        if (isClosed(in)) {
          return millisSince(begin) / 1e3;
        }
        if (drips) {
          out.write('a');
        }
      }
      return -1;
    } catch (IOException closed) {
      throw new IOException("the connection of " + this + " broke before it was tried", closed);
    }
  }

  private static boolean isClosed(InputStream in) {
    try {
      while (in.read() >= 0) {
        // an answer that says so comes before the end
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static double millisSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }
}
