package org.plimsoll.app.architecture.offender;

final class RoundsLoosely {
  private RoundsLoosely() {}

  static double growth(double rate) {
    return Math.exp(Math.sqrt(rate));
  }
}
