package org.plimsoll.app.server.page;

import java.util.Collection;
import java.util.List;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.SiteCitations;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.page.Page;

/**
 * Sections of the report in the frame of the site. They differ from the report's in the addresses
 * of their citations alone.
 *
 * @param title over them
 * @param lead what stands between the title and the contents
 * @param sections in order
 */
public record SiteSections(String title, Markup lead, List<Section> sections) {
  public SiteSections {
    sections = List.copyOf(sections);
  }

  /**
   * The sections as a page holds them.
   *
   * @param shared definitions that drawings refer to
   */
  public record Drawn(Markup main, Collection<Markup> shared) {
    public Drawn {
      shared = List.copyOf(shared);
    }
  }

  public Drawn draw() {
    Numbering numbering = new Numbering(new SiteCitations(), Width.PAGE);
    List<Markup> bodies = Page.sections(sections, numbering);
    Tag contents = Tag.of("ol");
    sections.forEach(section ->
        contents.add(
            Tag.of("li").add(Tag.of("a").with("href", "#" + section.id()).text(section.title()))));
    Markup main =
        Markup.of(
            Tag.of("h1").text(title).markup(),
            lead,
            Tag.of("nav")
                .with("aria-label", "Contents")
                .add(Tag.of("h2").text("Contents"))
                .add(contents)
                .markup(),
            Markup.of(bodies));
    return new Drawn(main, numbering.listShared());
  }
}
