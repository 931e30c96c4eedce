package org.plimsoll.app.architecture.offender;

import java.nio.file.Files;
import java.nio.file.Path;

final class OpensFile {
  private OpensFile() {}

  static boolean isThere(String name) {
    return Files.exists(Path.of(name));
  }
}
