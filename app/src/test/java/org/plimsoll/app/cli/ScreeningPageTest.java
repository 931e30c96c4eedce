package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.border.screening.Suspicion;

/** The page that says how well screening does, and the two verbs as a person meets them. */
class ScreeningPageTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = ROOT.resolve("docs/method/screening.md");
  private static final String BEGIN = "<!-- begin: tables of the verb -->\n";
  private static final String END = "<!-- end: tables of the verb -->\n";

  private static final String BEGIN_MONEY = "<!-- begin: tables by money -->\n";
  private static final String END_MONEY = "<!-- end: tables by money -->\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
    Console console = new Console(RealWorld::open, ROOT, terminal);
    return new Shell(console, List.of()).run(arguments);
  }

  @Test
  void thePagePrintsWhatTheCommandSays() throws IOException {
    Path entries = folder.resolve("entries.csv");
    assertEquals(
        0,
        run(
            "entries",
            "generate",
            "--seed",
            "1",
            "--lines",
            "50000",
            "--out",
            entries.toString(),
            "--plant",
            "undervaluation=0.01",
            "--plant",
            "rerouting=0.1",
            "--plant",
            "relabelling=0.01",
            "--plant",
            "false-origin=0.1"),
        err::toString);
    String truth = entries + ".truth.csv";
    assertEquals(
        0,
        run("screen", entries.toString(), "--since", "2027-07-01", "--truth", truth),
        err::toString);
    String answer = out.toString();
    assertTrue(answer.contains("no verdict: a flag asks for proof"), answer);
    assertTrue(answer.contains("Control sample, seed 1: G"), answer);
    assertTrue(answer.contains("50,000 lines read, 0 refused"), answer);
    String tables = answer.substring(answer.indexOf("Of the first k"), answer.indexOf("Evidence"));
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    assertEquals("\n" + indented(tables), page.substring(from, page.indexOf(END)));
    requireTrials(tables.substring(tables.indexOf("Of the first of each test")));

    Path shown = folder.resolve("shown");
    assertEquals(
        0,
        run(
            "screen",
            entries.toString(),
            "--since=2027-07-01",
            "--truth=" + truth,
            "--schedule=" + ROOT.resolve("examples/border/schedule-made-up.yaml"),
            "--rates=" + entries + ".rates.csv",
            "--out=" + shown),
        err::toString);
    String money = out.toString();
    int rows = money.indexOf("Of the first k");
    String byMoney = money.substring(rows, money.indexOf("Of the first of each test"));
    int start = page.indexOf(BEGIN_MONEY) + BEGIN_MONEY.length();
    assertEquals("\n" + indented(byMoney), page.substring(start, page.indexOf(END_MONEY)));
    List<String> first = Files.readAllLines(shown.resolve("screen.csv"));
    assertEquals(21, first.size());
    for (String row : first.subList(1, 21)) {
      assertTrue(row.matches("[0-9]+,G[0-9]+/1,(antimony|graphite|tungsten)/.* USD,.*"), row);
    }
  }

  /** What stands beside each mark in every answer is what the made-up entries say. */
  private static void requireTrials(String tables) {
    for (Suspicion mark : Suspicion.values()) {
      Matcher row = Pattern.compile("(?m)^" + mark.word() + " +(\\d+) +(\\d+) .*$").matcher(tables);
      assertTrue(row.find(), mark.word());
      assertEquals(mark.tried(), Integer.parseInt(row.group(1)), mark.word());
      assertEquals(
          Integer.parseInt(row.group(2)),
          Math.round(mark.precision().map(at -> at.share() * mark.tried()).orElse(0.0)),
          mark.word());
    }
  }

  /** What a person meets who asks by money: a page with strips, and words where there is none. */
  @Test
  void byMoneyThereIsAPage() throws IOException {
    Path entries = folder.resolve("few.csv");
    assertEquals(
        0,
        run(
            "entries",
            "generate",
            "--seed=3",
            "--lines=4000",
            "--out=" + entries,
            "--plant=rerouting=0.3",
            "--plant=undervaluation=0.05"),
        err::toString);
    assertEquals(
        List.of("currency,from,rate", "EUR,2027-01-01,1.08"),
        Files.readAllLines(Path.of(entries + ".rates.csv")));
    String schedule = "--schedule=" + ROOT.resolve("examples/border/schedule-made-up.yaml");
    String rates = "--rates=" + entries + ".rates.csv";
    Path shown = folder.resolve("shown");
    assertEquals(
        0,
        run("screen", entries.toString(), schedule, rates, "--out=" + shown, "--html"),
        err::toString);
    String page = Files.readString(shown.resolve("screen.html"));
    for (String part :
        List.of("<svg role=\"img\"", "times the median of", "At stake is the levy", "made there")) {
      assertTrue(page.contains(part), part);
    }
    assertTrue(page.contains("of such marks on made-up entries 100% (96 to 100%) are true"), page);
    assertEquals(
        0,
        run("assess", entries.toString(), schedule, rates, "--out=" + folder.resolve("run")),
        err::toString);
    assertTrue(out.toString().contains("4,000 assessed, 0 refused"), out.toString());
    assertEquals(Shell.REFUSED, run("screen", entries.toString(), "--out=" + shown));
    assertTrue(err.toString().contains("without --schedule"), err.toString());
    assertEquals(Shell.REFUSED, run("screen", entries.toString(), "--html"));
    assertTrue(err.toString().contains("--html names nothing"), err.toString());
  }

  /** The trade of two controls, and the innocent explanations that the page gives. */
  @Test
  void thePagePrintsWhatRealTradeSays() throws IOException {
    String antimony = trade("antimony", "2025");
    assertTrue(antimony.contains("MEX   USA"), antimony);
    String gallium = trade("gallium", "2023-09");
    assertTrue(gallium.contains("Into no importer of the table does"), gallium);
    String page = Files.readString(PAGE);
    for (String answer : List.of(antimony, gallium)) {
      String table = answer.substring(0, answer.indexOf("\n\n") + 1);
      assertTrue(page.contains(indented(table)), "the page has not:\n" + indented(table));
    }
  }

  private String trade(String mineral, String since) {
    Path table = ROOT.resolve("examples/border/trade-" + mineral + ".csv");
    assertEquals(
        0,
        run("screen", "--trade", table.toString(), "--restricted", "CHN", "--since", since),
        err::toString);
    return out.toString();
  }

  private static String indented(String text) {
    return text.lines()
        .map(line -> line.isBlank() ? "\n" : "    " + line + "\n")
        .reduce("", String::concat);
  }

  /** A planted slope of 3, in the table that the page shows. */
  @Test
  void thePagePrintsWhatBothSidesDeclare() throws IOException {
    Path table = ROOT.resolve("examples/border/mirror-made-up.csv");
    assertEquals(0, run("screen", "--mirror", table.toString(), "--top", "5"), err::toString);
    String answer = out.toString();
    assertTrue(answer.contains("no verdict: a flag asks for proof"), answer);
    String block = "\n" + indented(answer.substring(0, answer.indexOf("Evidence")));
    String page = Files.readString(PAGE);
    String begin = "<!-- begin: mirror -->\n";
    int from = page.indexOf(begin) + begin.length();
    assertEquals(block, page.substring(from, page.indexOf("<!-- end: mirror -->")));
  }

  @Test
  void aMirrorWithAFaultIsRefusedWithItsLine() throws IOException {
    Path table = folder.resolve("mirror.csv");
    String header = "period,code,exporter,importer,exported,imported,unit,duty,source\n";
    Files.writeString(table, header + "2024,811292,A,B,5,4,t,0.1,me\n");
    assertEquals(0, run("screen", "--mirror", table.toString()), err::toString);
    assertTrue(out.toString().contains("nothing is fitted"), out.toString());
    Files.writeString(table, header + "2024,811292,A,B,5,4,t,5%,me\n");
    assertEquals(Shell.REFUSED, run("screen", "--mirror", table.toString()));
    assertTrue(err.toString().contains("line 2, duty: '5%' is no number"), err.toString());
    assertEquals(
        Shell.REFUSED, run("screen", "--mirror", table.toString(), "--trade", table.toString()));
    assertTrue(err.toString().contains("Maybe name one of them"), err.toString());
  }

  @Test
  void aTableWithAFaultIsRefusedWithItsLine() throws IOException {
    Path table = folder.resolve("trade.csv");
    Files.writeString(
        table, "period,code,exporter,importer,amount,unit,source\n2024,1,A,B,much,t,me\n");
    assertEquals(
        Shell.REFUSED,
        run("screen", "--trade", table.toString(), "--restricted", "CHN", "--since", "2024"));
    assertTrue(err.toString().contains("line 2, amount: 'much' is no amount"), err.toString());
    Files.writeString(
        table,
        """
        period,code,exporter,importer,amount,unit,source
        2024,1,CHN,B,3,t,me
        2025,1,CHN,B,4,t,me
        """);
    String[] line = {"screen", "--trade", table.toString(), "--restricted", "", "--since", ""};
    for (List<String> wrong :
        List.of(
            List.of("CHM", "2025", "has no exporter 'CHM'\n  Maybe you meant CHN"),
            List.of("CHN", "2024", "--since is '2024', but the periods of"),
            List.of("CHN", "soon", "are from 2024 to 2025\n  Maybe name one of them"))) {
      line[4] = wrong.get(0);
      line[6] = wrong.get(1);
      assertEquals(Shell.REFUSED, run(line));
      assertTrue(err.toString().contains(wrong.get(2)), err.toString());
    }
    assertEquals(Shell.REFUSED, run("screen", "--trade", table.toString()));
    assertTrue(err.toString().contains("Maybe add --restricted"), err.toString());
    assertEquals(Shell.REFUSED, run("screen"));
    assertTrue(err.toString().contains("Maybe name one of them"), err.toString());
  }

  @Test
  void saysWhatIsWrongAndAWayOut() throws IOException {
    Path entries = folder.resolve("entries.csv");
    assertEquals(Shell.REFUSED, run("screen", entries.toString()));
    assertTrue(err.toString().contains("there is no file"), err.toString());
    assertEquals(
        Shell.REFUSED,
        run(
            "entries",
            "generate",
            "--lines",
            "5",
            "--out",
            entries.toString(),
            "--plant",
            "smuggling=0.1"));
    assertTrue(err.toString().contains("Maybe one of undervaluation"), err.toString());
    assertEquals(0, run("entries", "generate", "--lines", "5", "--out", entries.toString()));
    assertEquals(Shell.REFUSED, run("screen", entries.toString(), "--control", "0"));
    assertTrue(err.toString().contains("without a control sample"), err.toString());
    assertEquals(Shell.REFUSED, run("screen", entries.toString(), "--truth", entries.toString()));
    assertTrue(err.toString().contains("Maybe write entry_id,line,kind"), err.toString());
  }
}
