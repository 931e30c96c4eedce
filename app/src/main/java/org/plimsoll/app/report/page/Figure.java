package org.plimsoll.app.report.page;

import java.util.List;
import org.plimsoll.app.report.drawing.Drawing;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.model.provenance.Source;

/**
 * A drawing with its number, caption, key, sources and the table of its numbers.
 *
 * @param drawing what it shows
 * @param caption how to read it, what it leaves out; empty if the title says enough
 * @param sources of what is drawn
 */
public record Figure(Drawing drawing, String caption, List<Source> sources) implements Block {
  public Figure {
    sources = List.copyOf(sources);
  }

  public static Figure of(Drawing drawing, String caption, Source... sources) {
    return new Figure(drawing, caption, List.of(sources));
  }

  @Override
  public Markup render(Numbering numbering) {
    int number = numbering.nextFigure();
    String id = "figure-" + number;
    Numbering.Place before = numbering.here();
    numbering.enter(id, numbering.labels().figure() + " " + number);
    numbering.share(drawing.shared());
    Tag figure =
        (drawing.isLong() ? Tag.of("figure", "long") : Tag.of("figure"))
            .with("id", id)
            .add(caption(number, numbering))
            .add(Table.scrolling(drawing.markup(id, numbering.width(), numbering), drawing.title()))
            .add(drawing.key());
    if (!drawing.notice().isEmpty()) {
      figure.add(Tag.of("p", "notice").text(drawing.notice()));
    }
    drawing.numbers().ifPresent(table -> figure.add(numbers(table, numbering)));
    numbering.enter(before.anchor(), before.label());
    return figure.markup();
  }

  private Tag caption(int number, Numbering numbering) {
    numbering.enterRow("");
    Tag title =
        Tag.of("span", "figtitle")
            .add(Tag.of("b").text(numbering.labels().figure() + " " + number + ". "))
            .text(drawing.title())
            .add(numbering.marks(sources));
    Tag all = Tag.of("figcaption").add(title);
    return caption.isEmpty() ? all : all.add(Tag.of("span", "figtext").text(caption));
  }

  private static Markup numbers(Table table, Numbering numbering) {
    return Tag.of("details", "numbers")
        .add(Tag.of("summary").text(numbering.labels().numbers()))
        .add(table.unnumbered(numbering))
        .markup();
  }
}
