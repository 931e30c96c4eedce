package org.plimsoll.vault.server;

/** The server could not be started or stopped; the message says why and what to do. */
public final class ServerFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  ServerFailure(String message) {
    super(message);
  }

  ServerFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
