package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.WorldLoader;

/** A place that cannot be written is refused before the work, and what was there stays. */
class OutputTest {
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  /** None of the files that these lines name is there, and the world must not be read either. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --out        | assess e --schedule s --out PLACE
          --out        | correct a b --out PLACE
          --out        | drawback e --run r --out PLACE
          --out        | entries generate --lines 1 --out PLACE
          --out        | schedule from-plan p --out PLACE
          --out        | world build --from . --out PLACE
          --html       | world show tinium --html PLACE
          --out        | vault import-plan p --out PLACE
          --vault      | vault init --vault PLACE
          --csv        | vault statement --participant a --csv PLACE
          --html       | vault statement --participant a --html PLACE
          the backup   | vault backup PLACE
          """)
  void aPlaceBelowAFileIsRefusedAtOnce(String option, String line) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Path place = file.resolve("sub").resolve("deeper");
    assertEquals(Shell.REFUSED, run(line.replace("PLACE", place.toString())), err::toString);
    assertEquals(
        "plimsoll: %s is %s, but %s is no folder\n  Maybe name another place\n"
            .formatted(option, place, file),
        err.toString());
    assertEquals("mine", Files.readString(file));
  }

  private int run(String line) {
    WorldLoader unread =
        world -> {
          throw new IllegalStateException("the world was read");
        };
    Terminal terminal =
        new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false, false);
    return new Shell(new Console(unread, folder, terminal)).run(line.split(" +"));
  }

  @Test
  void aFolderIsNoFileAndAFileNoFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals(
        "--out is %s, which is a folder\nMaybe name a file in it".formatted(folder),
        refusal(() -> Output.file("--out", folder)));
    assertEquals(
        "--out is %s, which is a file, not a folder\nMaybe name another place".formatted(file),
        refusal(() -> Output.folder("--out", file)));
    assertEquals(
        "--out names nothing\nMaybe write a name behind it",
        refusal(() -> Output.folder("--out", Path.of(""))));
  }

  @Test
  void whatIsReadIsNotWrittenOver() throws IOException {
    Path read = Files.createFile(folder.resolve("read"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), read);
    for (Path same : Stream.of(read, link, folder.resolve("x/../read")).toList()) {
      assertTrue(
          refusal(() -> Output.file("--out", same, read)).contains("the same command reads"),
          same.toString());
      assertTrue(
          refusal(() -> Output.folder("--out", folder).requireOther("read", same))
              .contains("the same command reads"),
          same.toString());
    }
    Output.file("--out", folder.resolve("other"), read);
  }

  @Test
  void aFolderThatIsNotOpenIsRefused() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeTrue(closed.toFile().setWritable(false));
    assumeFalse(Files.isWritable(closed), "root may write anywhere");
    assertEquals(
        "--out is %s, but %s is not yours to write\n".formatted(closed.resolve("a/b"), closed)
            + "Maybe name another place, or have it opened to you",
        refusal(() -> Output.file("--out", closed.resolve("a/b"))));
  }

  @Test
  void foldersAreMadeAndALinkStays() throws IOException {
    Path file = folder.resolve("a/b/page.html");
    Output.file("--html", file).write("one");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Output.file("--html", link).write("two");
    assertEquals("two", Files.readString(file));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(1, names(folder.resolve("a/b")), "nothing is left beside it");
  }

  /** The disk fails here because a folder has the name that the file has while it is written. */
  @Test
  void whatWasThereStaysIfTheDiskFails() throws IOException {
    Path file = Files.writeString(folder.resolve("page.html"), "before");
    Path partial = folder.resolve(".plimsoll.partial-" + ProcessHandle.current().pid());
    Files.createDirectories(partial.resolve("in the way"));
    assertTrue(
        refusal(() -> Output.file("--html", file).write("after")).startsWith("cannot go on: "));
    assertEquals("before", Files.readString(file));
  }

  @Test
  void aDeviceIsWrittenToAsItIs() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    assertTrue(
        refusal(() -> Output.file("--html", full).write("x")).contains("No space left on device"));
    assertFalse(Files.isRegularFile(full));
  }

  private static String refusal(Runnable act) {
    return assertThrows(Refusal.class, act::run).text();
  }

  private static long names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }
}
