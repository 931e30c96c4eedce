package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.report.drawing.Drawing;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.page.Figure;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.model.evidence.Evidence;

/** An answer of the Lab on paper: its drawings, then its tables. */
public final class LabPage {
  private LabPage() {}

  /**
   * The page.
   *
   * @param answer of the Lab, or a comparison
   * @param pictures of its market; empty if there is none
   * @param datasets for the list of sources
   */
  public static Page of(
      Answer answer, Optional<LabPictures> pictures, List<Evidence.Dataset> datasets) {
    Page tables = AnswerHtml.page(answer, datasets);
    List<Section> sections = new ArrayList<>();
    pictures.map(LabPage::drawn).ifPresent(sections::add);
    sections.addAll(tables.sections());
    return new Page(
        tables.title(),
        tables.subtitle(),
        tables.particulars(),
        sections,
        tables.datasets(),
        tables.colophon());
  }

  private static Section drawn(LabPictures pictures) {
    List<Block> blocks = new ArrayList<>();
    pictures
        .prices()
        .ifPresent(prices -> blocks.add(figure(prices, "Central values; ranges are in the plan.")));
    pictures
        .chain()
        .ifPresent(chain ->
            blocks.add(
                figure(
                    chain,
                    "Bands are coloured by where they come from. Small countries are others.")));
    blocks.add(figure(pictures.map(), "An arrow is as wide as its tonnes."));
    return new Section("picture", "Picture", blocks);
  }

  private static Figure figure(Drawing drawing, String caption) {
    return Figure.of(drawing, caption);
  }
}
