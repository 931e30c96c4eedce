package org.plimsoll.app.architecture.offender;

final class NamelessHelper {
  private NamelessHelper() {}
}
