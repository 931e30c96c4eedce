package org.plimsoll.app.plan;

/** Words for what a country is in a case. */
final class Roles {
  private Roles() {}

  static boolean isMember(String role) {
    return role.startsWith("member");
  }

  static boolean isRestricting(String role) {
    return role.startsWith("restrict");
  }

  /** Members first, then restricting exporters, then others. */
  static int order(String role) {
    return isMember(role) ? 0 : isRestricting(role) ? 1 : 2;
  }
}
