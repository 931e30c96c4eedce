package org.plimsoll.app.cli;

/** Entry point. */
public final class Main {
  private Main() {}

  /** Runs and exits. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    System.out.println("plimsoll " + String.join(" ", arguments));
  }
}
