package org.plimsoll.app.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules about the text of one file: path and text in, findings out. */
final class TextRules {
  static final int COLUMNS = 100;

  /** Most lines of a class, but for its imports. */
  static final int LINES = 400;

  /** Begins the sentence in its class comment by which a long file defends itself. */
  static final String DEFENCE = "Long because";

  /** Figures and quotations are as they were read: only their ends are ours. */
  private static final List<String> CARRIED = List.of(".csv", ".json", ".svg");

  private static final List<String> TELLS_OF_JDK_FOLDERS = List.of("plimsoll", "check");

  // Written in halves, so that this file does not break its own rules.
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w.:/<>-])/(?:wo" + "rk|ho" + "me|ro" + "ot|Us" + "ers)/[\\w.]");
  private static final Pattern JDK_FOLDER = Pattern.compile("/usr/li" + "b/jvm");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "repo1?\\.mav"
              + "en\\.(?:apache\\.)?org|registry\\.np"
              + "mjs\\.org|(?:files\\.)?pyth"
              + "onhosted\\.org|pypi\\.o"
              + "rg|oss\\.sona"
              + "type\\.org|central\\.sona"
              + "type\\.(?:com|org)|deb\\.deb"
              + "ian\\.org");
  private static final Pattern RESOLVED = Pattern.compile("^\\s*\"?resol" + "ved\"?:? \"?https?:");

  private TextRules() {}

  /** Every finding as {@code path:line: what is wrong}. */
  static List<String> check(String path, String text) {
    List<String> findings = new ArrayList<>();
    if (!text.isEmpty() && !text.endsWith("\n")) {
      findings.add(path + ": does not end with a new line");
    }
    if (text.indexOf('\r') >= 0) {
      findings.add(path + ": has a carriage return");
    }
    int number = 0;
    int lines = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      lines += line.startsWith("import ") ? 0 : 1;
      for (String problem : checkLine(path, line)) {
        findings.add(path + ":" + number + ": " + problem);
      }
    }
    if (path.endsWith(".java") && lines - 1 > LINES && !text.contains(DEFENCE)) {
      findings.add(
          "%s: has %d lines and no sentence '%s …' in its class comment"
              .formatted(path, lines - 1, DEFENCE));
    }
    return findings;
  }

  private static List<String> checkLine(String path, String line) {
    List<String> problems = new ArrayList<>();
    if (CARRIED.stream().noneMatch(path::endsWith)) {
      if (line.indexOf('\t') >= 0) {
        problems.add("has a tab");
      }
      if (line.endsWith(" ")) {
        problems.add("ends in a blank");
      }
      addIfFound(UNFINISHED, line, "is marked unfinished", problems);
    }
    if (path.endsWith(".java") && line.codePointCount(0, line.length()) > COLUMNS) {
      problems.add("has more than " + COLUMNS + " columns");
    }
    addIfFound(MACHINE, line, "names a folder of one machine", problems);
    if (!TELLS_OF_JDK_FOLDERS.contains(path)) {
      addIfFound(JDK_FOLDER, line, "names a folder of one machine", problems);
    }
    addIfFound(REGISTRY, line, "names the host of a package registry", problems);
    addIfFound(RESOLVED, line, "keeps the address that a package came from", problems);
    return problems;
  }

  private static void addIfFound(Pattern pattern, String line, String what, List<String> problems) {
    Matcher found = pattern.matcher(line);
    if (found.find()) {
      problems.add(what + ": " + found.group().strip());
    }
  }
}
