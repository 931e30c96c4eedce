package org.plimsoll.app.architecture.offender;

final class Prints {
  private Prints() {}

  @SuppressWarnings("SystemOut")
  static void say(String words) {
    System.out.println(words);
  }
}
