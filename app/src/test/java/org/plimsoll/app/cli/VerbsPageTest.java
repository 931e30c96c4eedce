package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.world.RealWorld;

/**
 * docs/verbs.md shows what each verb says, of the world that comes with the program. Run with
 * {@code -Dplimsoll.regenerate=true} to write it anew.
 */
class VerbsPageTest {
  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root", ".."));
  private static final Path PAGE = ROOT.resolve("docs/verbs.md");
  private static final String BEGIN = "<!-- begin: made by VerbsPageTest -->\n";
  private static final int LINES = 12;
  private static final int COLUMNS = 150;

  private static final List<String> COMMANDS =
      List.of(
          "risk --material gallium",
          "controls --material gallium",
          "commitments --only overdue,unknown",
          "partners",
          "projects --material gallium",
          "solve --product gallium/refined",
          "solve --stop CHN:gallium/refined --months 1,3,6,12,24",
          "solve --stop CHN:gallium/refined --add METLEN",
          "solve examples/markets/nagurney-2x2.yaml",
          "lab on=gallium/refined&floor.gallium/refined=500&keep.CHN.gallium/refined=0.5",
          "reference yttrium/oxide --method index",
          "floors neodymium-praseodymium/oxide --target paid=80 --prices base2024",
          "leverage --product gallium/refined",
          "portfolio --chain gallium --draws 0",
          "backtest --draws 0",
          "gsim examples/gsim/us-eu.yaml",
          "screen examples/border/entries.csv",
          "world show gallium",
          "world check");

  @Test
  void thePageShowsWhatEachVerbSays() throws IOException {
    StringBuilder text = new StringBuilder(BEGIN);
    for (String command : COMMANDS) {
      text.append("\n## ").append(command).append("\n\n```\n");
      run(command).forEach(line -> text.append(line).append('\n'));
      text.append("```\n");
    }
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN);
    if (Boolean.getBoolean("plimsoll.regenerate")) {
      page = page.substring(0, from) + text;
      Files.writeString(PAGE, page);
    }
    assertEquals(
        text.toString(),
        page.substring(from),
        "docs/verbs.md is out of date: run this test with -Dplimsoll.regenerate=true");
  }

  /** The first lines of what is said. */
  private List<String> run(String command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    String[] words =
        Stream.of(command.split(" ", -1))
            .map(word -> word.startsWith("examples/") ? ROOT.resolve(word).toString() : word)
            .toArray(String[]::new);
    assertEquals(
        0, Main.shell(new Console(RealWorld::open, ROOT, terminal)).run(words), err::toString);
    List<String> lines =
        out.toString()
            .replace(ROOT + "/", "")
            .lines()
            .map(line -> line.length() > COLUMNS ? line.substring(0, COLUMNS) + " …" : line)
            .map(String::stripTrailing)
            .toList();
    return lines.size() <= LINES
        ? lines
        : Stream.concat(
                lines.stream().limit(LINES),
                Stream.of("… and %,d more".formatted(lines.size() - LINES)))
            .toList();
  }
}
