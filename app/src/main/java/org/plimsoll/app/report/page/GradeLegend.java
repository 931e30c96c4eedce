package org.plimsoll.app.report.page;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.report.drawing.Svg;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;

/** How sure we are: what the three grades mean, and how each looks in text and in drawings. */
public record GradeLegend() implements Block {

  @Override
  public Markup render(Numbering numbering) {
    Tag body = Tag.of("tbody");
    for (Grade grade : Grade.values()) {
      body.add(
          Tag.of("tr")
              .add(Tag.of("th").with("scope", "row").text(grade.name()))
              .add(Tag.of("td").text(meaning(grade)))
              .add(Tag.of("td").add(inText(grade)))
              .add(Tag.of("td").add(inDrawings(grade))));
    }
    Tag head = Tag.of("tr");
    for (String column : List.of("grade", "what it rests on", "in text", "in figures")) {
      head.add(Tag.of("th").with("scope", "col").text(column));
    }
    Tag table =
        Tag.of("table", "words legend")
            .add(Tag.of("caption").text("How sure we are: the three grades"))
            .add(Tag.of("thead").add(head))
            .add(body);
    return Tag.of("div", "tablebox")
        .add(Table.scrolling(table.markup(), "How sure we are"))
        .markup();
  }

  private static String meaning(Grade grade) {
    return switch (grade) {
      case A -> "A clean reading: its own code, both sides known. Four significant figures.";
      case B -> "A bundled or partial code, scaled to content. Three significant figures.";
      case C ->
          "A prior from production, use and what is known: ranks and ranges only. Two"
              + " significant figures.";
    };
  }

  private static Tag inText(Grade grade) {
    String mark = grade == Grade.A ? "" : grade.name();
    return Tag.of("span", "num g" + Character.toLowerCase(grade.name().charAt(0)))
        .text(NumberText.of(1234, Unit.TONNES, grade))
        .add(mark.isEmpty() ? Markup.NONE : Tag.of("sup").text(mark).markup());
  }

  private static Markup inDrawings(Grade grade) {
    Optional<String> hatch = grade == Grade.C ? Optional.of(Tone.BLUE.hatch()) : Optional.empty();
    String fill = hatch.orElse(Tone.BLUE.fill());
    String line = "flow sample-flow " + Tone.BLUE.stroke() + (grade == Grade.C ? " dashed" : "");
    return Tag.of("svg", "sample wide")
        .with("viewBox", "0 0 60 14")
        .with("aria-hidden", "true")
        .add(Svg.rect(1, 1, 24, 12, fill + " edge"))
        .add(Svg.line(32, 7, 59, 7, line))
        .markup();
  }
}
