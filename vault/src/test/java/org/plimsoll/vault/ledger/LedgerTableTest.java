package org.plimsoll.vault.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every line of {@code ledger-table.txt}: an event and its status, or an account and its balance.
 * Each paragraph begins with {@code ==} and an empty vault; {@code include} repeats another one.
 */
class LedgerTableTest {
  private record Line(int number, String left, String right) {}

  private record Paragraph(String title, List<Line> lines) {}

  @TestFactory
  Stream<DynamicTest> paragraphs() throws IOException {
    return read().stream().map(p -> DynamicTest.dynamicTest(p.title(), () -> check(p.lines())));
  }

  private static void check(List<Line> lines) {
    TinyVault vault = new TinyVault();
    for (Line line : lines) {
      String place = "line " + line.number() + ": " + line.left();
      if (line.left().startsWith("=")) {
        Balance balance = vault.balance(line.left().substring(1));
        String reserved = balance.reserved() == 0 ? "" : " reserved " + balance.reserved();
        assertEquals(line.right(), balance.amount() + reserved, place);
      } else {
        assertEquals(line.right(), vault.post(line.left()).word(), place);
      }
    }
  }

  /** A status that no line shows is one that nobody has thought through. */
  @Test
  void everyStatusOfTheLedgerIsShown() throws IOException {
    Set<String> shown = new TreeSet<>();
    read().forEach(p -> p.lines().forEach(line -> shown.add(line.right())));
    Set<Status> missing = EnumSet.allOf(Status.class);
    missing.removeIf(status -> shown.contains(status.word()));
    // Lines that are no events are the reader's; a lot's cost is taken back before it can be short.
    missing.remove(Status.UNREADABLE);
    missing.remove(Status.INSUFFICIENT_COST);
    assertEquals(EnumSet.noneOf(Status.class), missing);
  }

  private static List<Paragraph> read() throws IOException {
    List<Paragraph> all = new ArrayList<>();
    int number = 0;
    for (String text : text().split("\n", -1)) {
      number++;
      String line = text.strip();
      if (line.startsWith("== ")) {
        all.add(new Paragraph(line.substring(3), new ArrayList<>()));
      } else if (line.startsWith("include ")) {
        String title = line.substring("include ".length());
        List<Line> lines =
            all.stream().filter(p -> p.title().equals(title)).findFirst().orElseThrow().lines();
        all.getLast().lines().addAll(lines);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        int bar = line.lastIndexOf('|');
        all.getLast()
            .lines()
            .add(new Line(number, line.substring(0, bar).strip(), line.substring(bar + 1).strip()));
      }
    }
    return all;
  }

  private static String text() throws IOException {
    try (InputStream in = LedgerTableTest.class.getResourceAsStream("ledger-table.txt")) {
      if (in == null) {
        throw new IOException("ledger-table.txt is not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
