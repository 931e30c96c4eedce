package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.sources.pack.Pack;
import picocli.CommandLine;

/** What all verbs say of themselves. */
class HelpTest {
  private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

  private static final CommandLine COMMANDS =
      Main.shell(new Console(Pack::open, Path.of(""), new Terminal(NOWHERE, NOWHERE, false, false)))
          .commands();

  /** Lists of verbs show the first line of what each says of itself. */
  @Test
  void theLineInAListOfVerbsIsAWholeSentence() {
    List<String> cut = new ArrayList<>();
    for (CommandLine verb : listVerbs(COMMANDS)) {
      String line = verb.getCommandSpec().usageMessage().description()[0];
      if (!line.endsWith(".")) {
        cut.add(verb.getCommandName() + ": " + line);
      }
    }
    assertEquals(List.of(), cut);
  }

  /** Of a per cent sign that stands alone, picocli complains behind our back. */
  @Test
  void helpIsPrintedWithoutComplaints() {
    PrintStream usual = System.err;
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
    try {
      listVerbs(COMMANDS).forEach(CommandLine::getUsageMessage);
    } finally {
      System.setErr(usual);
    }
    assertEquals("", complaints.toString(StandardCharsets.UTF_8));
  }

  private static List<CommandLine> listVerbs(CommandLine command) {
    List<CommandLine> verbs = new ArrayList<>();
    for (CommandLine verb : command.getSubcommands().values()) {
      verbs.add(verb);
      verbs.addAll(listVerbs(verb));
    }
    return verbs;
  }
}
