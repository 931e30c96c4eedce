package org.plimsoll.vault.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;

/**
 * Connects the database's driver to a socket in the file system. The driver makes one by name and
 * hands it the path, which its address carries as {@code socketFactoryArg}.
 */
public final class LocalSocketFactory extends SocketFactory {
  private final Path path;

  /**
   * @param path of the socket
   */
  public LocalSocketFactory(String path) {
    this.path = Path.of(path);
  }

  @Override
  public Socket createSocket() {
    return new LocalSocket(path);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new IOException("a socket in the file system has no host");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket("", port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket("", port);
  }
}
