package org.plimsoll.app.report.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.CalendarText;
import org.plimsoll.model.provenance.Source;

/**
 * What was promised, when it was due, and what became of it: one row a promise, with a strip of
 * time that all rows share. It is an HTML table, so long promises wrap and long lists break over
 * pages.
 *
 * @param title what it shows
 * @param asOf the day on which it is read
 * @param items by due date; those without one last
 */
public record Timeline(String title, LocalDate asOf, List<Item> items) implements Drawing {
  private static final int ROWS_ON_A_PAGE = 16;

  public Timeline {
    items =
        items.stream()
            .sorted(
                Comparator.comparing((Item item) -> item.due().isEmpty())
                    .thenComparing(item -> item.due().orElse(item.made()))
                    .thenComparing(Item::id))
            .toList();
  }

  /** What became of a promise. */
  public sealed interface State {
    /** Fulfilled on a day. */
    record Done(LocalDate on) implements State {}

    /** Known not to be fulfilled yet. */
    record Open() implements State {}

    /** No evidence either way. */
    record Unknown() implements State {}
  }

  /**
   * One promise.
   *
   * @param id row of its register
   * @param promise what was promised
   * @param parties by whom
   * @param made the day on which it was made
   * @param due the day on which it falls due; empty if it has none
   * @param state what became of it
   * @param standing where it stands, in words
   * @param address where it can be read; empty if nowhere
   * @param sources where that is reported
   */
  public record Item(
      String id,
      String promise,
      String parties,
      LocalDate made,
      Optional<LocalDate> due,
      State state,
      String standing,
      String address,
      List<Source> sources) {
    public Item {
      sources = List.copyOf(sources);
    }

    /** Whether it was, or is, past its date. */
    boolean isLate(LocalDate asOf) {
      LocalDate end = state instanceof State.Done done ? done.on() : asOf;
      return due.map(d -> d.isBefore(end)).orElse(false);
    }
  }

  @Override
  public String description() {
    long done = items.stream().filter(i -> i.state() instanceof State.Done).count();
    long past = items.stream().filter(i -> i.isLate(asOf)).count();
    long unknown =
        items.stream().filter(i -> i.isLate(asOf) && i.state() instanceof State.Unknown).count();
    return ("%d promises as of %s: %d done, %d past their date when done or still not done,"
            + " %d past it with nothing known.")
        .formatted(items.size(), CalendarText.of(asOf), done, past - unknown, unknown);
  }

  @Override
  public Markup markup(String id, Width width, Numbering numbering) {
    TimeStrip strip = TimeStrip.of(asOf, days());
    Tag head =
        Tag.of("tr")
            .add(Tag.of("th").with("scope", "col").text("promise"))
            .add(Tag.of("th").with("scope", "col").text("due"))
            .add(Tag.of("th").with("scope", "col").text("standing"))
            .add(
                Tag.of("th", "strip")
                    .with("scope", "col")
                    .add(Tag.of("span", "unseen").text("course"))
                    .add(strip.axis()));
    Tag body = Tag.of("tbody");
    MarkKeys keys = new MarkKeys();
    items.forEach(item -> body.add(row(item, strip, numbering).key(keys.of(item.id()))));
    return Tag.of("table", "words time" + width.cssClass())
        .add(Tag.of("caption", "unseen").text(title + ". " + description()))
        .add(Tag.of("thead").add(head))
        .add(body)
        .markup();
  }

  private Tag row(Item item, TimeStrip strip, Numbering numbering) {
    numbering.enterRow(item.id());
    String standing = item.standing();
    return Tag.of("tr")
        .add(
            Tag.of("th")
                .with("scope", "row")
                .add(promise(item, numbering))
                .add(numbering.marks(item.sources()))
                .add(Tag.of("span", "sub").text(item.parties() + " · " + item.id())))
        .add(Tag.of("td", "day").text(item.due().map(CalendarText::of).orElse("no date")))
        .add(Tag.of("td", shade(item)).text(standing))
        .add(Tag.of("td", "strip").add(strip.row(item, standing)));
  }

  private static Markup promise(Item item, Numbering numbering) {
    return item.address().isEmpty()
        ? Markup.text(item.promise())
        : Inline.link(item.promise(), item.address()).render(numbering);
  }

  /** Late is said loudly; where nobody knows, it is not said at all. */
  private String shade(Item item) {
    if (item.state() instanceof State.Unknown) {
      return "missing";
    }
    return item.isLate(asOf) ? "late" : "";
  }

  private List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>(List.of(asOf));
    for (Item item : items) {
      days.add(item.made());
      item.due().ifPresent(days::add);
      if (item.state() instanceof State.Done done) {
        days.add(done.on());
      }
    }
    return days;
  }

  @Override
  public boolean isLong() {
    return items.size() > ROWS_ON_A_PAGE;
  }

  @Override
  public Markup key() {
    Markup due = Markup.of(TimeStrip.diamond(13, 7));
    Markup done = Svg.circle(13, 7, 4.5, Tone.BLUE.fill()).markup();
    Markup late =
        Markup.of(
            Stream.of(Svg.line(3, 7, 20, 7, "latebar"), Svg.circle(20, 7, 4.5, Tone.ORANGE.fill()))
                .map(Tag::markup)
                .toList());
    return new Key()
        .add(due, "due")
        .add(done, "done in time")
        .add(late, "done late, or still open past its date")
        .line("latebar unsure", "past its date, nothing known")
        .add(Svg.line(13, 0, 13, 14, "today").markup(), CalendarText.of(asOf))
        .markup();
  }
}
