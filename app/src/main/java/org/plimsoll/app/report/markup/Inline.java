package org.plimsoll.app.report.markup;

import java.util.List;
import java.util.stream.Collectors;
import org.plimsoll.model.provenance.Source;

/** What stands in a line of text or in a cell. */
public sealed interface Inline
    permits Inline.Text,
        Inline.Strong,
        Inline.Link,
        Inline.Cite,
        Inline.Missing,
        Inline.Run,
        Inline.Foreign,
        Num {

  /** Its markup; sources are numbered as they are met. */
  Markup render(Numbering numbering);

  /** The same as words only. */
  String plain();

  static Inline text(String text) {
    return new Text(text);
  }

  static Inline strong(String text) {
    return new Strong(text);
  }

  /**
   * A link that a reader may follow; nothing is fetched by the page itself.
   *
   * @throws IllegalArgumentException if the address is neither http(s), nor a place on the page,
   *     nor a page of the site, {@code /…}, which a page of a site alone may have
   */
  static Inline link(String label, String address) {
    return new Link(label, address);
  }

  /** The mark of a source after a claim in words. */
  static Inline cite(Source... sources) {
    return new Cite(List.of(sources));
  }

  /** A number that is not there, and why: {@code "not known"}, {@code "not modelled"}. */
  static Inline missing(String why) {
    return new Missing(why);
  }

  /**
   * What is in another language than the page around it.
   *
   * @param language its code
   */
  static Inline foreign(String language, Inline part) {
    return new Foreign(language, part);
  }

  /** Several, one after the other. */
  static Inline run(Inline... parts) {
    return new Run(List.of(parts));
  }

  /** Plain words. */
  record Text(String plain) implements Inline {
    @Override
    public Markup render(Numbering numbering) {
      return Markup.text(plain);
    }
  }

  /** Words that matter most. */
  record Strong(String plain) implements Inline {
    @Override
    public Markup render(Numbering numbering) {
      return Tag.of("strong").text(plain).markup();
    }
  }

  /** Words that lead somewhere. */
  record Link(String plain, String address) implements Inline {
    public Link {
      if (!address.startsWith("https://")
          && !address.startsWith("http://")
          && !address.startsWith("#")
          && !address.matches("/[^/].*")) {
        throw new IllegalArgumentException(
            "a link must lead to https://, http://, a place on the page (#…) or on the site (/…),"
                + " but is: "
                + address);
      }
    }

    @Override
    public Markup render(Numbering numbering) {
      Tag link = Tag.of("a").with("href", address);
      if (address.startsWith("http")) {
        link.with("rel", "noreferrer");
      }
      return link.text(plain).markup();
    }
  }

  /** Marks of sources. */
  record Cite(List<Source> sources) implements Inline {
    public Cite {
      sources = List.copyOf(sources);
    }

    @Override
    public Markup render(Numbering numbering) {
      return numbering.marks(sources);
    }

    @Override
    public String plain() {
      return "";
    }
  }

  /** No number, and why. */
  record Missing(String plain) implements Inline {
    @Override
    public Markup render(Numbering numbering) {
      return Tag.of("span", "missing").text(plain).markup();
    }
  }

  /** What a screen reader has to read in another language, its title too. */
  record Foreign(String language, Inline part) implements Inline {
    @Override
    public Markup render(Numbering numbering) {
      return Tag.of("span").with("lang", language).add(part.render(numbering)).markup();
    }

    @Override
    public String plain() {
      return part.plain();
    }
  }

  /** Several in a row. */
  record Run(List<Inline> parts) implements Inline {
    public Run {
      parts = List.copyOf(parts);
    }

    @Override
    public Markup render(Numbering numbering) {
      return Markup.of(parts.stream().map(part -> part.render(numbering)).toList());
    }

    @Override
    public String plain() {
      return parts.stream().map(Inline::plain).collect(Collectors.joining());
    }
  }
}
