package org.plimsoll.app.bundle;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.plimsoll.app.session.Refusal;

/** A Java with no more modules than the program needs. */
public final class Runtimes {
  /**
   * What the program and its libraries use: {@code bench/bundle} runs plan, server and vault on it.
   */
  private static final String MODULES =
      String.join(
          ",",
          "java.base",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.security.jgss",
          "java.sql",
          "java.xml",
          "jdk.crypto.ec",
          "jdk.localedata",
          "jdk.management",
          "jdk.unsupported",
          "jdk.zipfs");

  private Runtimes() {}

  /**
   * Makes one.
   *
   * @param into a folder that is not there
   * @throws Refusal if the Java that runs has no jlink, or it fails
   */
  public static void make(Path into) {
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() ->
                Refusal.of(
                    "--runtime needs jlink, which this Java does not have",
                    "run it on a JDK with its tools, or leave --runtime out"));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    int code =
        jlink.run(
            out,
            out,
            "--add-modules",
            MODULES,
            "--include-locales",
            "en,es,ja",
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            into.toString());
    if (code != 0) {
      throw Refusal.of("jlink failed: " + said.toString().strip(), "leave --runtime out");
    }
  }
}
