package org.plimsoll.vault.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The user of the system under whom the server runs: whoever runs the program, or, since PostgreSQL
 * refuses root, a user of its own.
 *
 * @param name of the user
 * @param prefix what is put before a command to run it as that user
 */
record Account(String name, List<String> prefix) {
  /** User that is made for the server where root runs it; {@link #USUAL} where none can be made. */
  static final String OWN = "plimsoll";

  private static final String USUAL = "postgres";

  /**
   * Capabilities that let the server reach folders of root's, the lesser first: to read and pass
   * everywhere, else to write as well.
   */
  private static final List<String> REACHES = List.of("dac_read_search", "dac_override");

  /** User id of the process. */
  static int uid() {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new ServerFailure("cannot see in /proc who runs the program: " + e.getMessage(), e);
    }
  }

  static boolean isRoot() {
    return uid() == 0;
  }

  /**
   * The user for a server with these folders, which exist.
   *
   * @throws ServerFailure if root runs the program and nobody else can run the server
   */
  static Account choose(List<Path> folders) {
    if (!isRoot()) {
      return new Account(System.getProperty("user.name"), List.of());
    }
    List<String> tried = new ArrayList<>();
    if (!exists(OWN)) {
      Ran made =
          Ran.of(
              List.of(
                  "useradd",
                  "--system",
                  "--user-group",
                  "--home-dir=/nonexistent",
                  "--shell=/usr/sbin/nologin",
                  OWN));
      if (!made.isDone()) {
        tried.add("useradd %s: %s".formatted(OWN, made.said()));
      }
    }
    for (String user : List.of(OWN, USUAL)) {
      if (exists(user)) {
        Optional<Account> able = reaching(user, folders, tried);
        if (able.isPresent()) {
          return able.get();
        }
      }
    }
    throw new ServerFailure(
        "PostgreSQL does not run as root, and no other user can run it here:\n  "
            + String.join("\n  ", tried)
            + "\nMaybe run the program as an ordinary user");
  }

  private static boolean exists(String user) {
    return Ran.of(List.of("id", "-u", user)).isDone();
  }

  /** The user as one who can pass to all folders, with the least capability that this takes. */
  private static Optional<Account> reaching(String user, List<Path> folders, List<String> tried) {
    List<String> plain = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    List<List<String>> ways = new ArrayList<>();
    ways.add(plain);
    for (String capability : REACHES) {
      List<String> way = new ArrayList<>(plain);
      way.add("--inh-caps=+" + capability);
      way.add("--ambient-caps=+" + capability);
      ways.add(way);
    }
    for (List<String> way : ways) {
      Optional<String> refused = firstRefusal(way, folders);
      if (refused.isEmpty()) {
        return Optional.of(new Account(user, List.copyOf(way)));
      }
      tried.add(refused.get());
    }
    return Optional.empty();
  }

  private static Optional<String> firstRefusal(List<String> way, List<Path> folders) {
    for (Path folder : folders) {
      List<String> command = new ArrayList<>(way);
      command.addAll(List.of("ls", "-d", folder + "/."));
      Ran ran = Ran.of(command);
      if (!ran.isDone()) {
        return Optional.of("%s: %s".formatted(String.join(" ", way), ran.said()));
      }
    }
    return Optional.empty();
  }

  /** A command as this user. */
  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Makes a folder and all in it this user's, if the folder is not yet. */
  void own(Path folder) throws IOException {
    if (prefix.isEmpty()) {
      return;
    }
    UserPrincipal owner =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    if (Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.setAttribute(file, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            // The folder last: whatever stops this in between, it is done again.
            Files.setAttribute(directory, "posix:owner", owner);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * A command of the system that has ended.
   *
   * @param isDone whether it did what it should
   * @param said what it printed
   */
  record Ran(boolean isDone, String said) {
    static Ran of(List<String> command) {
      try {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said =
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Ran(process.waitFor() == 0, said);
      } catch (IOException e) {
        return new Ran(false, String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Ran(false, "interrupted");
      }
    }
  }
}
