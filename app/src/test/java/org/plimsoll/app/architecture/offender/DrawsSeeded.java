package org.plimsoll.app.architecture.offender;

import java.util.SplittableRandom;

/** Breaks no rule: the seed is an argument. */
final class DrawsSeeded {
  private DrawsSeeded() {}

  static int draw(long seed) {
    return new SplittableRandom(seed).nextInt(6);
  }
}
