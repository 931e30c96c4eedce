package org.plimsoll.app.architecture.offender;

import java.util.SplittableRandom;

final class ThrowsDice {
  private ThrowsDice() {}

  static int dice() {
    return new SplittableRandom().nextInt(6);
  }
}
