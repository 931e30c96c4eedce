package org.plimsoll.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/**
 * A number that remembers where it came from: written as {@link NumberText} says, underlined by its
 * grade, and linked to its source at the end of the page.
 *
 * @param value in the unit held, before {@link Unit#factor}; finite
 * @param unit how it is written
 * @param grade how well it is observed
 * @param status how it came to be known
 * @param sources where it was read or what it was computed from; empty if it has none
 * @param note formula or caveat; empty if there is none
 */
public record Num(
    Interval value, Unit unit, Grade grade, Status status, List<Source> sources, String note)
    implements Inline {
  public Num {
    if (!Double.isFinite(value.low()) || !Double.isFinite(value.high())) {
      throw new IllegalArgumentException(
          "a number on the page must be finite, but is "
              + value
              + "\nMaybe say Inline.missing(why) where there is no number");
    }
    sources = List.copyOf(sources);
  }

  /** A number read or computed as {@code provenance} says. */
  public static Num of(double value, Unit unit, Provenance provenance) {
    return of(Interval.exactly(value), unit, provenance);
  }

  /** A number with its range, read or computed as {@code provenance} says. */
  public static Num of(Interval value, Unit unit, Provenance provenance) {
    return new Num(
        value,
        unit,
        provenance.grade(),
        provenance.status(),
        List.of(provenance.source()),
        provenance.note());
  }

  /** A count of things on this page, which needs no source. */
  public static Num count(int things) {
    return new Num(Interval.exactly(things), Unit.COUNT, Grade.A, Status.DERIVED, List.of(), "");
  }

  /** The same number with a further source. */
  public Num withSource(Source source) {
    List<Source> all = new ArrayList<>(sources);
    all.add(source);
    return new Num(value, unit, grade, status, all, note);
  }

  @Override
  public String plain() {
    return NumberText.of(value, unit, grade);
  }

  @Override
  public Markup render(Numbering numbering) {
    if (sources.isEmpty()) {
      return Tag.of("span", "num").text(plain()).markup();
    }
    numbering.count(grade);
    List<Integer> numbers = sources.stream().map(numbering::cite).distinct().sorted().toList();
    String marks = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    return Tag.of("a", "num g" + grade.name().toLowerCase(Locale.ROOT))
        .with("href", "#src-" + numbers.getFirst())
        .with("title", explanation())
        .add(written((grade == Grade.A ? "" : grade.name() + "\u00A0") + marks))
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
        Markup.text(all.substring(0, bracket)),
        Tag.of("span", "range").text(all.substring(bracket)).add(sup).markup());
  }

  /** Grade, status, range and sources in one line, for whoever points at the number. */
  private String explanation() {
    List<String> parts = new ArrayList<>();
    parts.add("Grade " + grade);
    parts.add(status.word());
    if (value.low() < value.high()) {
      parts.add("central " + NumberText.of(value.central(), unit, grade));
    }
    for (Source source : sources) {
      parts.add(source.dataset() + " " + source.edition() + ", " + source.locator());
    }
    if (!note.isEmpty()) {
      parts.add(note);
    }
    return String.join(" · ", parts);
  }
}
