package org.plimsoll.app.server.page;

import java.util.Collection;
import java.util.List;
import org.plimsoll.app.report.markup.Labels;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.SiteCitations;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.page.Page;

/**
 * Sections in the frame of the site. Those that the report has differ from the report's in the
 * addresses of their citations alone.
 *
 * @param lead what stands before the contents: the title, and what belongs to it
 * @param sections in order
 * @param isReport whether they are the report's, which is in English
 */
record SiteSections(Markup lead, List<Section> sections, boolean isReport) {
  SiteSections {
    sections = List.copyOf(sections);
  }

  static SiteSections ofReport(Markup lead, List<Section> sections) {
    return new SiteSections(lead, sections, true);
  }

  static SiteSections of(Markup lead, Section... sections) {
    return new SiteSections(lead, List.of(sections), false);
  }

  /**
   * The sections as a page holds them.
   *
   * @param shared definitions that drawings refer to
   */
  record Drawn(Markup main, Collection<Markup> shared) {
    Drawn {
      shared = List.copyOf(shared);
    }
  }

  Drawn draw(SiteWorld site) {
    Numbering numbering =
        new Numbering(new SiteCitations(), Width.PAGE, isReport ? Labels.ENGLISH : site.labels());
    List<Markup> bodies = Page.sections(sections, numbering);
    Tag contents = isReport ? site.english(Tag.of("ol")) : Tag.of("ol");
    sections.forEach(section ->
        contents.add(
            Tag.of("li").add(Tag.of("a").with("href", "#" + section.id()).text(section.title()))));
    Markup main =
        Markup.of(
            lead,
            Tag.of("nav")
                .with("aria-label", site.say("frame.contents"))
                .add(Tag.of("h2").text(site.say("frame.contents")))
                .add(contents)
                .markup(),
            isReport ? site.english(Markup.of(bodies)) : Markup.of(bodies));
    return new Drawn(main, numbering.listShared());
  }
}
