package org.plimsoll.app.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.border.AssessEntries;
import org.plimsoll.app.border.CorrectAssessment;
import org.plimsoll.app.border.GenerateEntries;
import org.plimsoll.app.border.PayBack;
import org.plimsoll.app.border.Schedules;
import org.plimsoll.app.border.ScreenEntries;
import org.plimsoll.app.border.ScreenTrade;
import org.plimsoll.app.server.BorderTask.Made;
import org.plimsoll.app.server.BorderTask.Reference;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.levy.ScheduleBook;

/** What is done with uploads: each as its verb on the command line does it. */
final class BorderTasks {
  /** Lines that are held in memory while they are screened, beside all else that is asked. */
  private static final long MOST_SCREENED = 500_000;

  /** Lines between two looks at whether anybody still waits. */
  private static final long OFTEN = 4096;

  private static final int MOST_MADE_UP = 1_000_000;
  private static final int MOST_SHOWN = 10_000;

  static final BorderTask ASSESS =
      new BorderTask(
          "assessments",
          "assess",
          "Has entries assessed by a schedule; the same question is the same assessment.",
          List.of(
              upload("entries", "The upload of entries.", true),
              schedule("Name or hash of the schedule: /schedules.", true),
              upload("rates", "An upload of rates of exchange beside the schedule's.", false),
              upload("materials", "An upload of bills of materials.", false),
              upload("quotas", "An upload of what earlier runs took of quotas.", false)),
          List.of(Param.flag("parquet", "Also the results in Parquet.")),
          true,
          BorderTasks::assess);

  private static final BorderTask SCREEN =
      new BorderTask(
          "screenings",
          "screen",
          "Has entries, or a table of trade, screened: what to look at first, and no verdict.",
          List.of(
              upload("entries", "The upload of entries.", false),
              upload("trade", "An upload of a table of trade, in place of entries.", false),
              upload("mirror", "An upload of what both sides declare, in place of both.", false),
              upload("truth", "An upload of what inspections found.", false),
              schedule("With entries: lines come by the levy at stake under it.", false),
              upload("rates", "With schedule: rates of exchange beside its own.", false)),
          List.of(
              Param.words("restricted", "With trade: the exporter of the measure.", "CHN"),
              Param.words("since", "First day of a measure; with trade its period.", "2027-07-01"),
              Param.count("top", 1, MOST_SHOWN, "Lines to show; else 20.", 20),
              Param.count("control", 1, MOST_SHOWN, "Lines of the control sample; else 20.", 20),
              Param.count("seed", 0, Long.MAX_VALUE, "Of the control sample; else 1.", 1)),
          false,
          BorderTasks::screen);

  private static final BorderTask CORRECT =
      new BorderTask(
          "corrections",
          "correct",
          "Has two assessments of the same entries compared: what is still owed, or paid back.",
          List.of(
              new Reference("earlier", "assessments", "The assessment paid by.", true),
              new Reference("later", "assessments", "The assessment owed by.", true)),
          List.of(),
          false,
          BorderTasks::correct);

  private static final BorderTask PAY_BACK =
      new BorderTask(
          "drawbacks",
          "drawback",
          "Has levy and duties paid back on goods that leave again.",
          List.of(
              upload("exports", "The upload of what left again.", true),
              new Reference("run", "assessments", "The assessment they were paid by.", true),
              new Reference("earlier", "drawbacks", "Drawbacks before, by comma.", false)),
          List.of(),
          false,
          BorderTasks::payBack);

  private static final BorderTask MAKE_UP =
      new BorderTask(
          "entries",
          "entries generate",
          "Has entries made up whose masses add up to the world's trade into a country.",
          List.of(),
          List.of(
              Param.count("lines", 1, MOST_MADE_UP, "Lines to make; else 1,000.", 1000),
              Param.count("seed", 0, Long.MAX_VALUE, "Line i depends on it and i; else 1.", 1),
              Param.words("importer", "Country or territory that buys; else USA.", "USA"),
              Param.count("year", 1900, 2199, "Year of entry; else 2027.", 2027),
              Param.day("since", "Day from which there is a reason to cheat."),
              Param.words("restricted", "Origin that is hidden; else CHN.", "CHN"),
              Param.words("plant", "Kinds and rates, by comma.", "undervaluation=0.01")),
          false,
          BorderTasks::makeUp);

  /** All of them, in the order of the reference page. */
  static final List<BorderTask> ALL = List.of(ASSESS, SCREEN, CORRECT, PAY_BACK, MAKE_UP);

  private BorderTasks() {}

  private static Reference upload(String param, String description, boolean isRequired) {
    return new Reference(param, Uploads.WORD, description, isRequired);
  }

  private static Reference schedule(String description, boolean isRequired) {
    return new Reference("schedule", Reference.SCHEDULES, description, isRequired);
  }

  private static Made assess(BorderCase its) throws IOException {
    List<String> asides = new ArrayList<>();
    EntryInput input = its.entries("entries");
    AssessEntries.Done done =
        assessing(its, input, true)
            .run(input, asides::add, (read, page) -> its.watch().at(read, Optional.of(page)));
    return new Made(done.answer(), asides, done.page());
  }

  /** Every step of one entry of an assessment. */
  static Answer explain(BorderCase its, String entry) throws IOException {
    EntryInput input = its.entries("entries");
    return assessing(its, input, false).explain(input, entry, aside -> {});
  }

  /**
   * One thread: the other core is for those who ask meanwhile.
   *
   * @param isWritten whether anything is
   */
  private static AssessEntries assessing(BorderCase its, EntryInput input, boolean isWritten)
      throws IOException {
    return new AssessEntries(
        input.name(),
        its.law().orElseThrow(),
        its.file("rates"),
        its.file("materials"),
        its.file("quotas"),
        its.files(),
        isWritten,
        isWritten && its.asked().flag("parquet"),
        1);
  }

  private static Made screen(BorderCase its) throws IOException {
    Asked asked = its.asked();
    Optional<Path> trade = its.file("trade");
    Optional<Path> mirror = its.file("mirror");
    boolean isOfEntries = asked.word("entries").isPresent();
    if ((isOfEntries ? 1 : 0) + (trade.isPresent() ? 1 : 0) + (mirror.isPresent() ? 1 : 0) != 1) {
      throw Refusal.of(
          "a screening needs one of entries, trade and mirror", "name one upload as one of them");
    }
    Refusal.requireUse(
        "restricted", asked.word("restricted").isEmpty() || trade.isPresent(), "without trade");
    for (String word : List.of("truth", "schedule", "rates")) {
      Refusal.requireUse(word, asked.word(word).isEmpty() || isOfEntries, "without entries");
    }
    if (mirror.isPresent()) {
      Refusal.requireUse("since", asked.word("since").isEmpty(), "beside mirror");
      return new Made(ScreenTrade.ofMirror(mirror.get(), asked.count("top").orElse(20)));
    }
    return trade.isPresent() ? screenTrade(its, trade.get()) : screenEntries(its);
  }

  private static Made screenTrade(BorderCase its, Path trade) throws IOException {
    Optional<String> restricted = its.asked().word("restricted");
    Optional<String> since = its.asked().word("since");
    if (restricted.isEmpty() || since.isEmpty()) {
      throw Refusal.of(
          "trade needs the exporter and the first period of the measure",
          "add restricted=CHN&since=2025");
    }
    return new Made(
        new ScreenTrade(trade, restricted.get(), since.get()).answer(its.at().evidence()));
  }

  private static Made screenEntries(BorderCase its) throws IOException {
    Asked asked = its.asked();
    Optional<Path> rates = its.file("rates");
    Refusal.requireUse("rates", rates.isEmpty() || its.law().isPresent(), "without schedule");
    Optional<ScheduleBook> book = its.law().map(law -> Schedules.read(law, rates));
    ScreenEntries.Screened screened =
        new ScreenEntries(
                asked.day("since"),
                asked.count("top").orElse(20),
                asked.count("control").orElse(20),
                asked.word("seed").map(Long::valueOf).orElse(1L),
                its.file("truth"))
            .screened(
                its.entries("entries"), its.at().evidence(), book, lines -> count(its, lines));
    if (book.isEmpty()) {
      return new Made(screened.answer());
    }
    Output lines = Output.file("--out", its.files().resolve("screen.csv"));
    return new Made(
        screened.answer().remark("Lines: " + lines.write(screened.csv())),
        List.of(),
        Optional.of(screened.page()));
  }

  private static void count(BorderCase its, long lines) {
    if (lines > MOST_SCREENED) {
      throw Refusal.of(
          "a server screens %,d lines at a time, and there are more".formatted(MOST_SCREENED),
          "send fewer, or screen them on the command line: plimsoll screen");
    }
    if (lines % OFTEN == 0) {
      its.watch().at(lines, Optional.empty());
    }
  }

  private static Made correct(BorderCase its) throws IOException {
    return new Made(
        new CorrectAssessment(
                its.results("earlier", ASSESS.word()).getFirst(),
                its.results("later", ASSESS.word()).getFirst(),
                its.files().resolve("corrections.csv"))
            .answer());
  }

  private static Made payBack(BorderCase its) throws IOException {
    List<Path> earlier =
        its.results("earlier", PAY_BACK.word()).stream()
            .map(files -> files.resolve("refunds.csv"))
            .toList();
    return new Made(
        new PayBack(
                its.file("exports").orElseThrow(),
                its.results("run", ASSESS.word()).getFirst(),
                earlier,
                its.files().resolve("refunds.csv"))
            .pay()
            .answer());
  }

  private static Made makeUp(BorderCase its) throws IOException {
    Asked asked = its.asked();
    GenerateEntries asks =
        new GenerateEntries(
            asked.word("seed").map(Long::valueOf).orElse(1L),
            asked.count("lines").orElse(1000),
            its.files().resolve("entries.csv"),
            asked.word("importer").orElse("USA"),
            asked.count("year").orElse(2027),
            asked.day("since"),
            asked.word("restricted").orElse("CHN"),
            rates(asked.words("plant")));
    return new Made(asks.run(its.at().evidence()));
  }

  private static Map<String, Double> rates(List<String> planted) {
    Map<String, Double> rates = new TreeMap<>();
    for (String one : planted) {
      String[] parts = one.split("=", 2);
      if (parts.length < 2 || !parts[1].matches("[0-9]{1,3}(\\.[0-9]{1,9})?")) {
        throw Refusal.of("plant is '" + one + "'", "write undervaluation=0.01");
      }
      rates.put(parts[0], Double.valueOf(parts[1]));
    }
    return rates;
  }
}
