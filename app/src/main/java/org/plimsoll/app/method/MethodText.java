package org.plimsoll.app.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.plimsoll.app.report.markup.Markup;

/**
 * A page in Markdown as HTML. Links to other pages about the method lead to their addresses on the
 * site; links to files that the site does not have become plain words; comments are left out.
 */
final class MethodText {
  private static final String ENDING = ".md";
  private static final String SITE = "/method/";
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(TABLES)
          .escapeHtml(true)
          .attributeProviderFactory(context ->
              (node, tag, attributes) -> {
                if (node instanceof Heading heading && tag.equals("h" + heading.getLevel())) {
                  attributes.put("id", anchor(words(node)));
                } else if (tag.equals("pre")) {
                  attributes.put("class", "scroll");
                  attributes.put("tabindex", "0");
                } else if (node instanceof Link link && link.getDestination().startsWith("http")) {
                  attributes.put("rel", "noreferrer");
                }
              })
          .build();

  private final Node root;

  MethodText(String markdown) {
    root = PARSER.parse(markdown);
    Pruning pruning = new Pruning();
    root.accept(pruning);
    pruning.removed.forEach(MethodText::unwrap);
  }

  MethodPage page(String name) {
    String html =
        RENDERER
            .render(root)
            .replace(
                "<table>",
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">"
                    + "<table class=\"words\">")
            .replace("</table>", "</table></div>");
    return new MethodPage(name, title().orElse(name), Markup.trusted(html));
  }

  private Optional<String> title() {
    return root.getFirstChild() instanceof Heading heading
        ? Optional.of(words(heading))
        : Optional.empty();
  }

  /** Points links at the site, and notes what has no place there. */
  private static final class Pruning extends AbstractVisitor {
    private final List<Node> removed = new ArrayList<>();

    @Override
    public void visit(Link link) {
      Optional<String> address = address(link.getDestination());
      address.ifPresentOrElse(link::setDestination, () -> removed.add(link));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      image.setDestination(SITE + image.getDestination());
    }

    @Override
    public void visit(HtmlBlock comment) {
      removed.add(comment);
    }
  }

  /** The address on the site of what a page links to; empty if the site does not have it. */
  private static Optional<String> address(String destination) {
    if (destination.startsWith("#") || destination.startsWith("https://")) {
      return Optional.of(destination);
    }
    int hash = destination.indexOf('#');
    String file = hash < 0 ? destination : destination.substring(0, hash);
    String fragment = hash < 0 ? "" : destination.substring(hash);
    return MethodPages.NAMES.stream()
        .filter(name -> file.equals(name + ENDING))
        .map(name -> SITE + name + fragment)
        .findFirst();
  }

  /** Puts what is inside a node in its place. */
  private static void unwrap(Node node) {
    while (node.getFirstChild() != null) {
      node.insertBefore(node.getFirstChild());
    }
    node.unlink();
  }

  /** The words of a node without its marks. */
  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak end) {
            words.append(' ');
          }
        });
    return words.toString();
  }

  /** As the host of the repository makes anchors of headings. */
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }
}
