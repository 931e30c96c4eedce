package org.plimsoll.vault.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process, told from a later one with the same number: by the moment of its start, in ticks of
 * the kernel since it booted, and by that boot.
 *
 * @param pid number of the process
 * @param start boot and ticks
 */
record ProcessMark(long pid, String start) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /** Field of {@code /proc/PID/stat} with the ticks, counted behind the name in brackets. */
  private static final int START_FIELD = 19;

  /** What runs now under this number. */
  static Optional<ProcessMark> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.UTF_8);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
      boolean isZombie = fields[0].equals("Z");
      String boot = Files.readString(BOOT, StandardCharsets.UTF_8).strip();
      return isZombie
          ? Optional.empty()
          : Optional.of(new ProcessMark(pid, boot + ":" + fields[START_FIELD]));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean isAlive() {
    return of(pid).equals(Optional.of(this));
  }
}
