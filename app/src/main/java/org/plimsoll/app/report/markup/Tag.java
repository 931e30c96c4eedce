package org.plimsoll.app.report.markup;

import java.util.List;
import java.util.Set;

/** One element under construction: its attributes first, then what it holds. */
public final class Tag {
  private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr", "wbr", "col");
  private static final Set<String> SHAPES =
      Set.of("path", "rect", "circle", "line", "use", "polygon");

  private final String name;
  private final StringBuilder open;
  private final StringBuilder inside = new StringBuilder();

  private Tag(String name) {
    this.name = name;
    this.open = new StringBuilder("<").append(name);
  }

  public static Tag of(String name) {
    return new Tag(name);
  }

  /** An element with a class. */
  public static Tag of(String name, String cssClass) {
    return new Tag(name).with("class", cssClass);
  }

  public Tag with(String attribute, String value) {
    open.append(' ').append(attribute).append("=\"").append(Markup.escape(value)).append('"');
    return this;
  }

  /**
   * What a script pairs the element with when the same question is answered anew: the same in both
   * answers for the same thing, and in one drawing only once.
   */
  public Tag key(String key) {
    return with("data-k", key);
  }

  /** A coordinate, to a tenth of a unit. */
  public Tag with(String attribute, double value) {
    return with(attribute, number(value));
  }

  public Tag text(String text) {
    inside.append(Markup.escape(text));
    return this;
  }

  public Tag add(Markup markup) {
    inside.append(markup);
    return this;
  }

  public Tag add(Tag tag) {
    return add(tag.markup());
  }

  public Tag addAll(List<Markup> pieces) {
    pieces.forEach(this::add);
    return this;
  }

  public Markup markup() {
    if (VOID.contains(name)) {
      return Markup.trusted(open + ">");
    }
    if (SHAPES.contains(name) && inside.isEmpty()) {
      return Markup.trusted(open + "/>");
    }
    return Markup.trusted(open + ">" + inside + "</" + name + ">");
  }

  /**
   * A coordinate to a tenth of a unit, the same on every machine.
   *
   * @throws IllegalArgumentException if it is not a finite number
   */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a drawing needs finite coordinates, but got " + value);
    }
    long tenths = Math.round(value * 10);
    long size = Math.abs(tenths);
    String digits = size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    return tenths < 0 ? "-" + digits : digits;
  }
}
