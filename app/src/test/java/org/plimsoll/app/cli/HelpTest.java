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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** A verb that help tells one to run is one that is there. */
  @Test
  void helpNamesNoVerbThatIsNotThere() {
    Pattern mentioned = Pattern.compile("\\bplimsoll ([a-z][a-z-]*)");
    SortedSet<String> missing = new TreeSet<>();
    for (CommandLine verb : listVerbs(COMMANDS)) {
      Matcher word = mentioned.matcher(verb.getUsageMessage());
      while (word.find()) {
        if (!COMMANDS.getSubcommands().containsKey(word.group(1))) {
          missing.add(word.group(1));
        }
      }
    }
    assertEquals(Set.of(), missing);
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
