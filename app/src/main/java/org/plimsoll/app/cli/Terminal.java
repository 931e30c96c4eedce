package org.plimsoll.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where answers and complaints go.
 *
 * @param out for answers, UTF-8
 * @param err for complaints, UTF-8
 * @param isInteractive whether a person reads {@code out} on a terminal
 * @param isColoured whether to use colour and bold
 * @param isWatched whether a person reads {@code err} on a terminal
 */
record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean isInteractive,
    boolean isColoured,
    boolean isWatched) {
  private static final int USUAL_WIDTH = 80;

  /** The same, where nobody watches. */
  Terminal(PrintWriter out, PrintWriter err, boolean isInteractive, boolean isColoured) {
    this(out, err, isInteractive, isColoured, false);
  }

  /**
   * The streams of this process. The launcher says in {@code plimsoll.terminal} which of them are
   * terminals ({@code out}, {@code err}), since the shell can tell them apart and Java cannot.
   * Colour follows the convention of NO_COLOR: any value that is not empty switches it off.
   */
  static Terminal ofProcess() {
    List<String> terminals = List.of(System.getProperty("plimsoll.terminal", "").split(",", -1));
    boolean terminal = terminals.contains("out");
    String noColour = System.getenv().getOrDefault("NO_COLOR", "");
    boolean dumb = System.getenv().getOrDefault("TERM", "").equals("dumb");
    return new Terminal(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        terminal,
        terminal && noColour.isEmpty() && !dumb,
        terminals.contains("err") && !dumb);
  }

  /** Characters in a line that a person reads; nothing for a pipe or a file. */
  OptionalInt width() {
    return isInteractive ? OptionalInt.of(USUAL_WIDTH) : OptionalInt.empty();
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(
            new UntilNobodyReads(new FileOutputStream(stream)), StandardCharsets.UTF_8),
        true);
  }

  /** A reader that has gone, as {@code head} does, has had enough: that loses nothing. */
  private static final class UntilNobodyReads extends FilterOutputStream {
    private static final String GONE = "Broken pipe";

    UntilNobodyReads(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        if (!GONE.equals(e.getMessage())) {
          throw e;
        }
      }
    }
  }
}
