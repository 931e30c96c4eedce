package org.plimsoll.app.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * An answer as aligned columns. On a terminal no line is longer than it is wide: what does not fit
 * goes below, beside the first column again, and sentences are broken. In a pipe a row is a line,
 * so that a search finds every word.
 *
 * @param width of the terminal in characters; empty for a pipe or a file
 * @param isColoured whether headings are bold
 */
public record AnswerText(OptionalInt width, boolean isColoured) {
  private static final String GAP = "  ";

  /** Texts beyond this length are sentences, and may be broken. */
  private static final int SENTENCE = 30;

  /** The least room of a sentence. */
  private static final int LEAST = 24;

  public String write(Answer answer) {
    StringBuilder text = new StringBuilder();
    for (Table<?> table : answer.listShown()) {
      text.append(text.isEmpty() ? "" : "\n");
      write(table, text);
    }
    if (!answer.remarks().isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n");
      answer.remarks().forEach(remark -> append(text, broken(remark, width), false));
    }
    return text.toString();
  }

  private void write(Table<?> table, StringBuilder text) {
    append(text, broken(table.title(), width), true);
    if (table.isEmpty()) {
      text.append("nothing\n");
      return;
    }
    List<List<Cell>> cells = table.cells();
    int[] shown = table.listShown(cells);
    List<Strip> strips = new ArrayList<>();
    for (int i : shown) {
      strips.add(
          new Strip(
              table.columns().get(i).heading(),
              cells.stream().map(row -> row.get(i).text()).toList(),
              cells.stream().anyMatch(row -> row.get(i).isFigure())));
    }
    boolean isFirst = true;
    for (List<Set> block : blocks(strips)) {
      text.append(isFirst ? "" : "\n");
      isFirst = false;
      line(block, block.stream().map(set -> set.strip().heading()).toList(), text, true);
      for (int row = 0; row < cells.size(); row++) {
        int at = row;
        line(block, block.stream().map(s -> s.strip().texts().get(at)).toList(), text, false);
      }
    }
  }

  /** A column as text. */
  private record Strip(String heading, List<String> texts, boolean isFigures) {
    int longest() {
      return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    int natural() {
      return Math.max(heading.length(), longest());
    }

    /** The least width: sentences can be broken, and every heading between its words. */
    int least() {
      int words = List.of(heading.split(" ")).stream().mapToInt(String::length).max().orElse(0);
      return Math.max(words, isSentence() ? LEAST : longest());
    }

    boolean isSentence() {
      return !isFigures && longest() > SENTENCE;
    }
  }

  /** A column and the width that it gets. */
  private record Set(Strip strip, int width) {}

  private List<List<Set>> blocks(List<Strip> strips) {
    if (width.isEmpty() || strips.isEmpty()) {
      return List.of(strips.stream().map(strip -> new Set(strip, strip.natural())).toList());
    }
    Strip first = strips.getFirst();
    List<List<Strip>> blocks = new ArrayList<>();
    List<Strip> block = new ArrayList<>(List.of(first));
    int used = first.least();
    for (Strip strip : strips.subList(1, strips.size())) {
      int more = GAP.length() + strip.least();
      if (used + more > width.getAsInt() && block.size() > 1) {
        blocks.add(block);
        block = new ArrayList<>(List.of(first));
        used = first.least();
      }
      block.add(strip);
      used += more;
    }
    blocks.add(block);
    return blocks.stream().map(this::fitted).toList();
  }

  /** Room that is left goes to sentences, then to headings. */
  private List<Set> fitted(List<Strip> block) {
    int[] widths = block.stream().mapToInt(Strip::least).toArray();
    int left =
        width.orElseThrow() - IntStream.of(widths).sum() - GAP.length() * (widths.length - 1);
    for (boolean isForSentences : new boolean[] {true, false}) {
      for (int i = 0; i < widths.length; i++) {
        if (block.get(i).isSentence() == isForSentences) {
          int more = Math.clamp(block.get(i).natural() - widths[i], 0, Math.max(0, left));
          widths[i] += more;
          left -= more;
        }
      }
    }
    return IntStream.range(0, widths.length)
        .mapToObj(i -> new Set(block.get(i), widths[i]))
        .toList();
  }

  private void line(List<Set> block, List<String> texts, StringBuilder text, boolean isBold) {
    List<List<String>> broken = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      broken.add(broken(texts.get(i), OptionalInt.of(block.get(i).width())));
    }
    int lines = broken.stream().mapToInt(List::size).max().orElse(0);
    List<String> whole = new ArrayList<>();
    for (int l = 0; l < lines; l++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < broken.size(); i++) {
        // Headings stand on the line above the figures.
        int from = isBold ? l - (lines - broken.get(i).size()) : l;
        String part = from >= 0 && from < broken.get(i).size() ? broken.get(i).get(from) : "";
        String padding = " ".repeat(Math.max(0, block.get(i).width() - part.length()));
        line.append(i == 0 ? "" : GAP)
            .append(block.get(i).strip().isFigures() ? padding + part : part + padding);
      }
      whole.add(line.toString().stripTrailing());
    }
    append(text, whole, isBold);
  }

  private void append(StringBuilder text, List<String> lines, boolean isBold) {
    for (String line : lines) {
      text.append(isBold && isColoured ? "\u001b[1m" + line + "\u001b[0m" : line).append('\n');
    }
  }

  /** The text in lines, broken between words; a word that is too long goes on below. */
  private static List<String> broken(String text, OptionalInt width) {
    if (width.isEmpty() || text.length() <= width.getAsInt()) {
      return List.of(text);
    }
    int most = width.getAsInt();
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > most) {
      int space = rest.lastIndexOf(' ', most);
      int cut = space > 0 ? space : most;
      lines.add(rest.substring(0, cut));
      rest = rest.substring(space > 0 ? cut + 1 : cut);
    }
    lines.add(rest);
    return lines;
  }
}
