package org.plimsoll.app.session;

import java.util.Optional;

/** The version of this program. */
public final class Version {
  private Version() {}

  /** The program and the version in its jar's manifest: plimsoll 0.1.0. */
  public static String ofProgram() {
    return "plimsoll "
        + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
  }
}
