package org.plimsoll.app.report.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;

/**
 * The countries of the world as outlines on one projection, read from {@code world.txt} (Natural
 * Earth, public domain; made by {@code src/map}). Units are a tenth of those of the drawing.
 */
final class Atlas {
  /** What drawings multiply the atlas's coordinates by. */
  static final double SCALE = 0.1;

  private static final String FILE = "world.txt";
  private static final String NO_CODE = "---";
  private static final Atlas WORLD = read();

  private final double height;
  private final List<Shape> shapes;
  private final SortedMap<String, Shape> byCode = new TreeMap<>();

  /**
   * A country or place.
   *
   * @param code ISO 3166 alpha-3, a customs territory, or three dashes where there is no code
   * @param x where its label goes
   * @param y where its label goes
   * @param path outline; empty for a place too small to have one at this scale
   */
  record Shape(String code, double x, double y, String path) {
    boolean hasOutline() {
      return !path.isEmpty();
    }
  }

  private Atlas(double height, List<Shape> shapes) {
    this.height = height;
    this.shapes = List.copyOf(shapes);
    for (Shape shape : shapes) {
      if (!shape.code().equals(NO_CODE)) {
        byCode.put(shape.code(), shape);
      }
    }
  }

  static Atlas world() {
    return WORLD;
  }

  /** Height in the atlas's units. */
  double height() {
    return height;
  }

  /** The shape of a country or customs territory, if the map has it. */
  Optional<Shape> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** All shapes, in code order. */
  List<Shape> listShapes() {
    return shapes;
  }

  /**
   * The world as one thing to be used by name, {@code world}, and its countries, {@code land-…}.
   */
  Markup outlines() {
    Tag world = Tag.of("g").with("id", "world");
    StringBuilder rest = new StringBuilder();
    for (Shape shape : shapes) {
      if (!shape.hasOutline()) {
        continue;
      }
      if (shape.code().equals(NO_CODE)) {
        rest.append(absolute(shape.path()));
      } else {
        world.add(Tag.of("path").with("id", "land-" + shape.code()).with("d", shape.path()));
      }
    }
    world.add(Tag.of("path").with("d", rest.toString()));
    return Tag.of("defs").add(world).markup();
  }

  /** A path that begins anew wherever the pen was: its first step is from the origin. */
  private static String absolute(String path) {
    return "M" + path.substring(1);
  }

  private static Atlas read() {
    try (InputStream in = Atlas.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the map " + FILE + " is missing from the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the map " + FILE, e);
    }
  }

  static Atlas parse(String text) {
    double height = 0;
    List<Shape> shapes = new ArrayList<>();
    for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
      // The outline comes last and holds blanks itself.
      String[] parts = line.split(" ", 4);
      if (parts.length < 3) {
        throw new IllegalArgumentException(
            "a line of the map is 'code x y outline', but this is: " + line);
      }
      double x = Double.parseDouble(parts[1]);
      double y = Double.parseDouble(parts[2]);
      if (parts[0].equals("size")) {
        height = y;
      } else {
        shapes.add(new Shape(parts[0], x, y, parts.length == 4 ? parts[3] : ""));
      }
    }
    return new Atlas(height, shapes);
  }
}
