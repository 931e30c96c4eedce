package org.plimsoll.app.report.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.app.report.text.Bounds;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/**
 * A number that remembers where it came from: written as {@link NumberText} says, underlined by its
 * grade, and linked to its source, or to how it was computed, at the end of the page.
 *
 * @param value in the unit held, before {@link Unit#factor}; finite
 * @param unit how it is written
 * @param grade how well it is observed
 * @param status how it came to be known
 * @param origin where it was read or what it was computed from
 * @param note formula or caveat; empty if there is none
 * @param written grade whose significant figures it is written with: its own, or a weaker one where
 *     what it is about is known less well
 * @param bounds which of its parts are only bounds
 */
public record Num(
    Interval value,
    Unit unit,
    Grade grade,
    Status status,
    Origin origin,
    String note,
    Grade written,
    Bounds bounds)
    implements Inline {
  public Num {
    if (!Double.isFinite(value.low()) || !Double.isFinite(value.high())) {
      throw new IllegalArgumentException(
          "a number on the page must be finite, but is "
              + value
              + "\nMaybe say Inline.missing(why) where there is no number");
    }
  }

  /** A number written with the significant figures of its own grade. */
  public static Num of(
      Interval value, Unit unit, Grade grade, Status status, Origin origin, String note) {
    return new Num(value, unit, grade, status, origin, note, grade, Bounds.NONE);
  }

  /** A number read or computed as {@code provenance} says. */
  public static Num of(double value, Unit unit, Provenance provenance) {
    return of(Interval.exactly(value), unit, provenance);
  }

  /** A number with its range, read or computed as {@code provenance} says. */
  public static Num of(Interval value, Unit unit, Provenance provenance) {
    return of(
        value,
        unit,
        provenance.grade(),
        provenance.status(),
        Origin.read(provenance.source()),
        provenance.note());
  }

  /** A count of things on this page, which needs no source. */
  public static Num count(int things) {
    return of(Interval.exactly(things), Unit.COUNT, Grade.A, Status.DERIVED, Origin.NONE, "");
  }

  /** The same number with a further source. */
  public Num withSource(Source source) {
    return new Num(value, unit, grade, status, origin.and(source), note, written, bounds);
  }

  /** The same number with no more significant figures than {@code weaker} bears. */
  public Num writtenAs(Grade weaker) {
    return new Num(value, unit, grade, status, origin, note, written.worse(weaker), bounds);
  }

  /** The same number, of which some parts are only bounds. */
  public Num within(Bounds others) {
    return new Num(value, unit, grade, status, origin, note, written, others);
  }

  @Override
  public String plain() {
    return NumberText.of(value, unit, written, bounds);
  }

  @Override
  public Markup render(Numbering numbering) {
    if (origin.isNone()) {
      return Tag.of("span", "num").text(plain()).markup();
    }
    numbering.count(grade);
    Origin.Cited cited = origin.cite(numbering);
    String shape = plain().contains(" (") ? "num ranged g" : "num g";
    return Tag.of("a", shape + grade.name().toLowerCase(Locale.ROOT))
        .with("href", cited.address())
        .with("title", explanation())
        .add(written((grade == Grade.A ? "" : grade.name() + "\u00A0") + cited.marks()))
        .markup();
  }

  /** The number, then its range and marks in a piece of their own that may go on the next line. */
  private Markup written(String marks) {
    String all = plain();
    Markup sup = Tag.of("sup").text(marks).markup();
    int bracket = all.indexOf(" (");
    if (bracket < 0) {
      return Markup.of(Markup.text(all), sup);
    }
    return Markup.of(
        Markup.text(all.substring(0, bracket + 1)),
        Tag.of("span", "range").text(all.substring(bracket + 1)).add(sup).markup());
  }

  /** Grade, status, range and sources in one line, for whoever points at the number. */
  private String explanation() {
    List<String> parts = new ArrayList<>();
    parts.add("Grade " + grade);
    parts.add(status.word());
    if (value.low() < value.high()) {
      parts.add("central " + NumberText.of(value.central(), unit, written));
    }
    parts.addAll(origin.words());
    if (!note.isEmpty()) {
      parts.add(note);
    }
    return String.join(" · ", parts);
  }
}
