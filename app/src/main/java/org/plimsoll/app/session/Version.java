package org.plimsoll.app.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.plimsoll.sources.pack.StampedWorld;

/** The version of this program, and what it was built from. */
public final class Version {
  private Version() {}

  /** The program and the version in its jar's manifest: plimsoll 0.2.0. */
  public static String ofProgram() {
    return "plimsoll "
        + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
  }

  /** The program, the commit that it was built from, and the world that it answers from. */
  public static List<String> inFull(Session session) {
    return List.of(ofProgram(), "commit " + commit(), world(session));
  }

  private static String commit() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("commit", "not known");
  }

  private static String world(Session session) {
    try {
      StampedWorld world = session.openWorld(Optional.empty());
      return "world %.12s as of %s".formatted(world.stamp().sha256OfAll(), world.evidence().asOf());
    } catch (Refusal refusal) {
      return "no world: " + refusal.problem();
    }
  }
}
