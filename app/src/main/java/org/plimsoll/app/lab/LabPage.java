package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.answer.Cell;
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
        particulars(answer),
        sections,
        tables.datasets(),
        tables.colophon());
  }

  /** What every page of the Lab says under its title. */
  private static List<Page.Particular> particulars(Answer answer) {
    Cell scenario = fact(answer, "scenario");
    List<Page.Particular> said = new ArrayList<>();
    said.add(new Page.Particular("As of", fact(answer, "asOf").text()));
    said.add(new Page.Particular("Scenario", part(scenario, "name")));
    said.add(new Page.Particular("Alliance", part(scenario, "alliance")));
    said.add(new Page.Particular("Horizon", part(scenario, "horizon")));
    said.add(new Page.Particular("Prices", part(scenario, "priceVintage") + ", central case"));
    said.add(new Page.Particular("Question", part(scenario, "query")));
    said.add(new Page.Particular("Market", fact(answer, "status").text()));
    said.add(new Page.Particular("World", fact(answer, "world").text()));
    return said;
  }

  private static Cell fact(Answer answer, String key) {
    return answer.facts().getOrDefault(key, new Cell.Missing("none"));
  }

  private static String part(Cell cell, String key) {
    return cell instanceof Cell.Fields(SortedMap<String, Cell> parts)
        ? parts.getOrDefault(key, new Cell.Missing("none")).text()
        : cell.text();
  }

  private static Section drawn(LabPictures pictures) {
    List<Block> blocks = new ArrayList<>();
    pictures
        .prices()
        .ifPresent(
            prices -> blocks.add(figure(prices, "Central case, USD a kilogram of content.")));
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
