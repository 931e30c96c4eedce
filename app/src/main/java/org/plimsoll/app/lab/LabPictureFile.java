package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.report.drawing.Drawing;
import org.plimsoll.app.report.drawing.Sankey;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Look;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.Lettering;

/**
 * The drawings of an answer as one SVG, whole in itself: what was asked, prices, the chain before
 * and now, the map, and the style of all.
 */
public final class LabPictureFile {
  private static final double WIDTH = 960;
  private static final double MARGIN = 20;
  private static final double LINE = 18;
  private static final double LETTER = 12.5;
  private static final Pattern SIZE =
      Pattern.compile("<svg ([^>]*)viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"");

  private final Tag content = Tag.of("g");
  private double y = MARGIN;

  private LabPictureFile() {}

  /** The file; of an answer without a market it says so. */
  public static String of(LabAnswer answer, LabWords words) {
    LabPictureFile file = new LabPictureFile();
    file.head(answer, words);
    answer
        .pictures()
        .ifPresentOrElse(
            file::draw,
            () -> answer.answer().remarks().forEach(remark -> file.line(remark, "soft")));
    return file.markup(answer);
  }

  private void head(LabAnswer answer, LabWords words) {
    y += LINE;
    content.add(
        Tag.of("text", "strong title")
            .with("x", MARGIN)
            .with("y", y)
            .text(answer.answer().title()));
    y += LINE / 2;
    line(
        "As of %s, prices %s, central case. World %s."
            .formatted(
                answer.asked().scenario().asOf(),
                answer.asked().scenario().priceVintage(),
                answer.answer().facts().getOrDefault("world", Cell.words("without a hash")).text()),
        "soft");
    for (LabLever lever : LabLever.list(answer.state(), words)) {
      line(lever.name() + ": " + lever.value(), "");
    }
    line("/lab?" + answer.state().print(), "soft");
  }

  private void line(String text, String cssClass) {
    for (String part : Lettering.wrap(text, WIDTH - 2 * MARGIN, LETTER, 4)) {
      y += LINE;
      Tag line = cssClass.isEmpty() ? Tag.of("text") : Tag.of("text", cssClass);
      content.add(line.with("x", MARGIN).with("y", y).text(part));
    }
  }

  private void draw(LabPictures pictures) {
    List<Drawing> drawings = new ArrayList<>();
    pictures.prices().ifPresent(drawings::add);
    Optional<Sankey> chain = pictures.chain();
    chain.ifPresent(drawings::add);
    drawings.add(pictures.map());
    Numbering numbering = new Numbering();
    for (int i = 0; i < drawings.size(); i++) {
      Drawing drawing = drawings.get(i);
      numbering.share(drawing.shared());
      y += LINE;
      line(drawing.title(), "strong");
      y += LINE / 2;
      place(drawing.markup("picture-" + i, Width.PAGE, numbering).toString());
    }
    legend(pictures.listGroups());
    line("Boundaries from Natural Earth; no position is taken.", "soft");
    content.add(Look.definitions(numbering.listShared()));
  }

  /** A drawing under what is there, as large as it is drawn. */
  private void place(String svg) {
    Matcher size = SIZE.matcher(svg);
    if (!size.find()) {
      throw new IllegalArgumentException("a drawing without a size: " + svg);
    }
    double height = Double.parseDouble(size.group(3));
    String placed =
        size.replaceFirst(
            "<svg $1x=\"%s\" y=\"%s\" width=\"$2\" height=\"$3\" viewBox=\"0 0 $2 $3\""
                .formatted(Tag.number(MARGIN), Tag.number(y)));
    content.add(Markup.trusted(placed));
    y += height;
  }

  private void legend(List<Group> groups) {
    y += LINE;
    double x = MARGIN;
    for (Group group : groups) {
      content.add(
          Tag.of("rect", group.tone().fill())
              .with("x", x)
              .with("y", y - 9)
              .with("width", 20)
              .with("height", 12));
      content.add(Tag.of("text").with("x", x + 26).with("y", y + 2).text(group.name()));
      x += 50 + Lettering.width(group.name(), LETTER);
    }
    content.add(Tag.of("text", "soft").with("x", x).with("y", y + 2).text("hatched, ≈: grade C"));
  }

  private String markup(LabAnswer answer) {
    double height = y + 2 * MARGIN;
    Tag svg =
        Tag.of("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("width", WIDTH)
            .with("height", height)
            .with("viewBox", "0 0 %s %s".formatted(Tag.number(WIDTH), Tag.number(height)))
            .add(Tag.of("title").text(answer.answer().title()))
            .add(Tag.of("style").text(Look.cssOfPicture()))
            .add(Tag.of("rect", "paper").with("width", WIDTH).with("height", height))
            .add(content);
    return svg.markup() + "\n";
  }
}
