package org.plimsoll.vault.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A stream socket in the file system, as {@link Socket} for a driver that asks for one. It waits
 * for an answer as long as the answer takes; settings of TCP have no meaning and are taken without
 * effect.
 */
final class LocalSocket extends Socket {
  private final Path path;
  private @Nullable SocketChannel channel;
  private boolean isClosed;

  LocalSocket(Path path) {
    this.path = path;
  }

  @Override
  public void connect(SocketAddress unused, int timeoutMillis) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
  }

  @Override
  public void connect(SocketAddress unused) throws IOException {
    connect(unused, 0);
  }

  private SocketChannel connected() throws SocketException {
    if (channel == null) {
      throw new SocketException("not connected to " + path);
    }
    return channel;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    SocketChannel from = connected();
    return new InputStream() {
      private final byte[] one = new byte[1];

      @Override
      public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int start, int length) throws IOException {
        return length == 0 ? 0 : from.read(ByteBuffer.wrap(bytes, start, length));
      }
    };
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    SocketChannel to = connected();
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int start, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, start, length);
        while (left.hasRemaining()) {
          to.write(left);
        }
      }
    };
  }

  @Override
  public boolean isConnected() {
    return channel != null;
  }

  @Override
  public boolean isClosed() {
    return isClosed;
  }

  @Override
  public void close() throws IOException {
    isClosed = true;
    if (channel != null) {
      channel.close();
    }
  }

  @Override
  public void setTcpNoDelay(boolean isOn) {}

  @Override
  public void setKeepAlive(boolean isOn) {}

  @Override
  public boolean getKeepAlive() {
    return false;
  }

  @Override
  public void setSoTimeout(int millis) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public void setReceiveBufferSize(int bytes) {}

  @Override
  public void setSendBufferSize(int bytes) {}

  @Override
  public int getSendBufferSize() {
    return 1 << 16;
  }
}
