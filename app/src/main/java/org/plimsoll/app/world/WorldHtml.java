package org.plimsoll.app.world;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.report.text.CalendarText;

/**
 * The page about a material in one HTML file: every figure of a row is a number with the row's
 * sources and grade.
 */
public record WorldHtml(WorldSubject subject) {
  public String render() {
    return page().render();
  }

  /** The page in the report's words. */
  public Page page() {
    WorldPage page = new WorldPage(subject);
    List<Section> sections = new ArrayList<>();
    for (WorldPart part : page.parts()) {
      sections.add(section(part));
    }
    sections.add(AnswerHtml.reading(page.remarks(), true));
    return new Page(
        subject.name(),
        "Where it is made, what it ends in, what it costs, who controls it, and how sure that is",
        List.of(
            new Page.Particular("As of", CalendarText.of(subject.evidence().asOf())),
            new Page.Particular("Volumes of", Integer.toString(subject.evidence().baseYear()))),
        sections,
        subject.evidence().datasets(),
        "Made by Plimsoll from its world pack. The same pack gives the same page.");
  }

  /** What the materials of a page cost, and what projects cost and need. */
  public static List<Block> prices(WorldSubject subject) {
    return blocks(new WorldPage(subject).prices());
  }

  private static Section section(WorldPart part) {
    return new Section(part.id(), part.title(), blocks(part));
  }

  private static List<Block> blocks(WorldPart part) {
    List<Block> blocks = new ArrayList<>(part.figures().get());
    part.tables().stream()
        .filter(table -> !table.isEmpty())
        .forEach(table -> blocks.addAll(AnswerHtml.blocks(table)));
    part.tables().stream()
        .filter(Table::isEmpty)
        .forEach(table -> blocks.addAll(AnswerHtml.blocks(table)));
    return blocks;
  }
}
