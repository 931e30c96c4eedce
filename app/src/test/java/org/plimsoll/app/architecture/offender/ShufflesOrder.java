package org.plimsoll.app.architecture.offender;

import java.util.Set;

final class ShufflesOrder {
  private ShufflesOrder() {}

  static Set<String> metals() {
    return Set.of("gallium", "germanium", "indium");
  }
}
