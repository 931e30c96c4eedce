package org.plimsoll.sources.scenario;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * YAML as a tree of nodes with marks. What a scenario never needs is refused before the tree is
 * built: aliases (which can blow a small file up), tags, deep nesting, several documents.
 */
final class YamlText {
  /** A scenario nests five deep. */
  private static final int MOST_DEPTH = 20;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(Integer.MAX_VALUE)
          .setAllowNonScalarKeys(true) // so that they are refused here, with their place
          .build();

  private YamlText() {}

  /**
   * The root, unless an issue says why there is none.
   *
   * @param beginning what to do about an empty file
   */
  static Optional<Node> compose(String text, Issues issues, String beginning) {
    try {
      if (!isPlain(text, issues)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      if (root.isEmpty()) {
        issues.error(0, 0, "the file is empty", beginning);
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      report(e, issues);
    } catch (ReaderException e) {
      report(text, e, issues);
    } catch (YamlEngineException e) {
      issues.error(0, 0, "this is not YAML: " + e.getMessage(), "compare it with another scenario");
    }
    return Optional.empty();
  }

  private static boolean isPlain(String text, Issues issues) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      switch (event.getEventId()) {
        case DocumentStart -> {
          documents++;
          if (documents > 1) {
            issues.error(
                event.getStartMark(), "a second document begins here", "keep one scenario a file");
            return false;
          }
        }
        case MappingStart, SequenceStart -> {
          depth++;
          if (depth > MOST_DEPTH) {
            issues.error(
                event.getStartMark(),
                "brackets or blocks are nested deeper than " + MOST_DEPTH,
                "look for an opening bracket that is not closed");
            return false;
          }
        }
        case MappingEnd, SequenceEnd -> depth--;
        case Alias -> {
          issues.error(
              event.getStartMark(),
              "an alias (*name) is not read",
              "write out what it stands for, or quote a text that begins with *");
          return false;
        }
        default -> {}
      }
      if (hasTagOrAnchor(event)) {
        issues.error(
            event.getStartMark(),
            "tags (!name) and anchors (&name) are not read",
            "take it away, or quote a text that begins with ! or &");
        return false;
      }
    }
    return true;
  }

  private static boolean hasTagOrAnchor(Event event) {
    boolean tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag().isPresent();
          case CollectionStartEvent collection -> collection.getTag().isPresent();
          default -> false;
        };
    return tag || (event instanceof NodeEvent node && node.getAnchor().isPresent());
  }

  /**
   * Points at what was begun and never ended, where there is such a thing: the parser notices an
   * open quotation mark only at the end of the file.
   */
  private static void report(MarkedYamlEngineException e, Issues issues) {
    String context = e.getContext() == null ? "" : e.getContext();
    String problem =
        ((context.isEmpty() ? "" : context + ", ") + e.getProblem()).replace('\n', ' ');
    boolean open = context.matches("while (scanning a|parsing a flow).*");
    Optional<Mark> place =
        open && e.getContextMark().isPresent() ? e.getContextMark() : e.getProblemMark();
    String noticed =
        e.getProblemMark()
            .filter(mark -> place.isPresent() && place.get().getLine() != mark.getLine())
            .map(mark -> " (noticed in line " + (mark.getLine() + 1) + ")")
            .orElse("");
    issues.error(place, "this is not YAML: " + problem + noticed, wayOut(problem));
  }

  private static void report(String text, ReaderException e, Issues issues) {
    int line = 1;
    int column = 1;
    int[] points = text.codePoints().limit(e.getPosition()).toArray();
    for (int point : points) {
      column++;
      if (point == '\n') {
        line++;
        column = 1;
      }
    }
    issues.error(
        line,
        column,
        String.format(
            Locale.ROOT, "a character that YAML does not allow: U+%04X", e.getCodePoint()),
        "delete it; it may have come from another program by copying");
  }

  private static String wayOut(String problem) {
    if (problem.contains("TAB") || problem.contains("\t")) {
      return "put blanks in place of the tab";
    }
    if (problem.contains("quoted scalar")) {
      return "close the quotation mark";
    }
    if (problem.contains("flow")) {
      return "close the bracket, or put a comma before this place";
    }
    return "look here and one line above for indentation, a colon, a bracket or a quotation mark";
  }
}
