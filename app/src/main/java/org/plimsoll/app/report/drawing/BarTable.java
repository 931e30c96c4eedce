package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.Scale;
import org.plimsoll.model.provenance.Grade;

/**
 * A table whose numbers have a bar beside them: shares, days, losses by country. Bars go right for
 * what is above 0 and left for what is below.
 *
 * @param title what it shows
 * @param labelHead head of the first column
 * @param numberHead head of the column of numbers
 * @param noteHead head of the last column; empty if no row has a note
 * @param tone colour of the bars
 * @param rows in the order shown
 */
public record BarTable(
    String title, String labelHead, String numberHead, String noteHead, Tone tone, List<Row> rows)
    implements Drawing {
  private static final double STRIP = 240;
  private static final double NARROW_STRIP = 80;
  private static final double HEIGHT = 18;
  private static final int ROWS_ON_A_PAGE = 30;

  public BarTable {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param label of the row
   * @param number its number, with its sources
   * @param note remark; empty if none
   */
  public record Row(String label, Num number, String note) {}

  @Override
  public String description() {
    return rows.stream()
        .map(row -> row.label() + " " + row.number().plain())
        .reduce((a, b) -> a + "; " + b)
        .orElse("no rows");
  }

  @Override
  public Markup markup(String id, Width width, Numbering numbering) {
    List<String> heads = new ArrayList<>(List.of(labelHead, numberHead, ""));
    // On a phone a note is under its label.
    if (!noteHead.isEmpty() && !width.isPhone()) {
      heads.add(noteHead);
    }
    Tag head = Tag.of("tr");
    for (int i = 0; i < heads.size(); i++) {
      Tag cell = heads.get(i).isEmpty() ? Tag.of("td") : Tag.of("th").with("scope", "col");
      head.add((i == 1 ? cell.with("class", "n") : cell).text(heads.get(i)));
    }
    Tag body = Tag.of("tbody");
    MarkKeys keys = new MarkKeys();
    rows.forEach(row -> body.add(row(row, keys.of(row.label()), width, numbering)));
    return Tag.of("table", "words bars" + width.cssClass())
        .add(Tag.of("caption", "unseen").text(title))
        .add(Tag.of("thead").add(head))
        .add(body)
        .markup();
  }

  private Tag row(Row row, String key, Width width, Numbering numbering) {
    numbering.enterRow(row.label());
    Tag head = Tag.of("th").with("scope", "row").text(row.label());
    if (width.isPhone() && !row.note().isEmpty()) {
      head.add(Tag.of("span", "sub").text(row.note()));
    }
    Tag tr =
        Tag.of("tr")
            .key(key)
            .add(head)
            .add(Tag.of("td", "n").add(row.number().render(numbering)))
            .add(Tag.of("td", "bar").add(bar(row.number(), width)));
    return noteHead.isEmpty() || width.isPhone() ? tr : tr.add(Tag.of("td").text(row.note()));
  }

  private Tag bar(Num number, Width width) {
    double strip = width.isPhone() ? NARROW_STRIP : STRIP;
    Scale scale = scale(strip);
    double zero = scale.at(0);
    double end = scale.at(number.value().central());
    String fill = number.grade() == Grade.C ? tone.hatch() + " edge" : tone.fill();
    Tag svg =
        Tag.of("svg", "strip")
            .with("viewBox", "0 0 " + Tag.number(strip) + " " + Tag.number(HEIGHT))
            .with("aria-hidden", "true")
            .add(Svg.rect(Math.min(zero, end), 4, Math.abs(end - zero), HEIGHT - 8, fill))
            .add(Svg.line(zero, 0, zero, HEIGHT, "axis"));
    if (number.value().low() < number.value().high()) {
      double low = scale.at(number.value().low());
      double high = scale.at(number.value().high());
      svg.add(Svg.whisker(low, high, HEIGHT / 2, 3.5, "whisker"));
    }
    return svg;
  }

  private Scale scale(double strip) {
    double low = rows.stream().mapToDouble(row -> row.number().value().low()).min().orElse(0);
    double high = rows.stream().mapToDouble(row -> row.number().value().high()).max().orElse(0);
    low = Math.min(low, 0);
    high = Math.max(high, 0);
    return new Scale(low, high > low ? high : low + 1, 2, strip - 2, false);
  }

  @Override
  public boolean isLong() {
    return rows.size() > ROWS_ON_A_PAGE;
  }

  @Override
  public Markup key() {
    Key key = new Key();
    if (rows.stream().anyMatch(row -> row.number().grade() == Grade.C)) {
      key.patch(tone.hatch() + " edge", "hatched: grade C");
    }
    if (rows.stream().anyMatch(row -> row.number().value().low() < row.number().value().high())) {
      key.add(Svg.whisker(3, 23, 7, 3.5, "whisker"), "low to high");
    }
    return key.markup();
  }
}
