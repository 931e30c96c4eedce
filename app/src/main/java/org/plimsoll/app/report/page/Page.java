package org.plimsoll.app.report.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Look;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.model.evidence.Evidence;

/**
 * A report in one file: it fetches nothing, runs nothing, and prints. Two lists are made from what
 * the sections cite and close the page: how numbers were computed, and the sources.
 *
 * @param title of the report
 * @param subtitle one line under it; empty if none
 * @param particulars short facts under the title: as of, scenario, alliance
 * @param sections in order; each is in the table of contents
 * @param datasets that the world names, for the list of sources
 * @param colophon last line: what made the page, from what; no time of day
 */
public record Page(
    String title,
    String subtitle,
    List<Particular> particulars,
    List<Section> sections,
    List<Evidence.Dataset> datasets,
    String colophon) {
  private static final String SOURCES = "sources";
  private static final String COMPUTED = "computed";

  public Page {
    particulars = List.copyOf(particulars);
    sections = List.copyOf(sections);
    datasets = List.copyOf(datasets);
    Set<String> ids = new HashSet<>(Set.of(SOURCES, COMPUTED));
    for (Section section : sections) {
      if (!ids.add(section.id())) {
        throw new IllegalArgumentException(
            "two sections of '" + title + "' have the anchor " + section.id());
      }
    }
  }

  /** A short fact under the title. */
  public record Particular(String label, String value) {}

  /** The whole page as HTML: equal pages give equal bytes. */
  public String render() {
    Numbering numbering = new Numbering();
    List<Markup> bodies = sections(sections, numbering);
    // What was computed cites sources, so it comes before the list that counts the citations.
    List<Tag> closing = new ArrayList<>();
    boolean hasComputed = !numbering.listDerivations().isEmpty();
    if (hasComputed) {
      Markup list = new DerivationList(numbering).markup();
      closing.add(closing(COMPUTED, sections.size() + 1 + ". How it was computed", list));
    }
    Markup sources = new SourceList(numbering, datasets).markup();
    int last = sections.size() + (hasComputed ? 2 : 1);
    closing.add(closing(SOURCES, last + ". Sources", sources));
    Tag body =
        Tag.of("body")
            .add(Look.definitions(numbering.listShared()))
            .add(Tag.of("a", "skip").with("href", "#main").text("To the text"))
            .add(header())
            .add(contents(hasComputed))
            .add(main(bodies, closing))
            .add(Tag.of("footer").add(Tag.of("p").text(colophon)));
    Tag html = Tag.of("html").with("lang", "en").add(head()).add(body);
    return "<!DOCTYPE html>\n" + html.markup() + "\n";
  }

  /** The sections one after the other, in whatever frame; what they cite is written down. */
  public static List<Markup> sections(List<Section> sections, Numbering numbering) {
    List<Markup> bodies = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      bodies.add(section(sections.get(i), i + 1, numbering));
    }
    return bodies;
  }

  private static Tag closing(String id, String heading, Markup list) {
    return Tag.of("section").with("id", id).add(Tag.of("h2").text(heading)).add(list);
  }

  private static Tag main(List<Markup> bodies, List<Tag> closing) {
    Tag main = Tag.of("main").with("id", "main").addAll(bodies);
    closing.forEach(main::add);
    return main;
  }

  private Markup head() {
    Tag style = Tag.of("style").add(Markup.trusted(Look.css()));
    return Tag.of("head")
        .add(Tag.of("meta").with("charset", "utf-8"))
        .add(
            Tag.of("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", Look.policy()))
        .add(
            Tag.of("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"))
        .add(Tag.of("meta").with("name", "color-scheme").with("content", "light dark"))
        .add(Tag.of("title").text(title))
        .add(style)
        .markup();
  }

  private Markup header() {
    Tag header = Tag.of("header").with("id", "top").add(Tag.of("h1").text(title));
    if (!subtitle.isEmpty()) {
      header.add(Tag.of("p", "subtitle").text(subtitle));
    }
    return header.add(particulars(particulars)).markup();
  }

  /** Short facts in a row; nothing if there are none. */
  public static Markup particulars(List<Particular> particulars) {
    if (particulars.isEmpty()) {
      return Markup.NONE;
    }
    Tag list = Tag.of("dl", "particulars");
    for (Particular particular : particulars) {
      list.add(
          Tag.of("div")
              .add(Tag.of("dt").text(particular.label()))
              .add(Tag.of("dd").text(particular.value())));
    }
    return list.markup();
  }

  private Markup contents(boolean hasComputed) {
    Tag list = Tag.of("ol");
    for (Section section : sections) {
      list.add(entry(section.id(), section.title()));
    }
    if (hasComputed) {
      list.add(entry(COMPUTED, "How it was computed"));
    }
    list.add(entry(SOURCES, "Sources"));
    return Tag.of("nav")
        .with("aria-label", "Contents")
        .add(Tag.of("h2").text("Contents"))
        .add(list)
        .markup();
  }

  private static Tag entry(String id, String title) {
    return Tag.of("li").add(Tag.of("a").with("href", "#" + id).text(title));
  }

  private static Markup section(Section section, int number, Numbering numbering) {
    Tag tag =
        Tag.of("section")
            .with("id", section.id())
            .add(Tag.of("h2").text(number + ". " + section.title()));
    for (Block block : section.blocks()) {
      numbering.enter(section.id(), "section " + number);
      tag.add(block.render(numbering));
    }
    return tag.markup();
  }
}
