package org.plimsoll.app.report.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.report.markup.Look;

/**
 * The colours of the style sheet, light and dark: contrast after WCAG 2.2 (4.5 for words, 3 for
 * marks), and distance in CIE Lab as seen with full vision and, after Viénot, Brettel and Mollon
 * (1999), by protanopes and deuteranopes.
 */
class PaletteTest {
  private static final double[][] FULL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  private static final double[][] PROTAN = {
    {0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}
  };
  private static final double[][] DEUTAN = {
    {0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}
  };

  /** The variables of the first or, for dark, of the second {@code :root} block. */
  private static SortedMap<String, String> variables(boolean isDark) {
    String[] blocks = Look.css().split(":root", -1);
    SortedMap<String, String> variables = new TreeMap<>();
    String block = blocks[isDark ? 2 : 1];
    Matcher matcher =
        Pattern.compile("--(\\w+): (#[0-9a-f]{6});")
            .matcher(block.substring(0, block.indexOf('}')));
    while (matcher.find()) {
      variables.put(String.valueOf(matcher.group(1)), String.valueOf(matcher.group(2)));
    }
    return variables;
  }

  private static String get(Map<String, String> variables, String name) {
    return variables.computeIfAbsent(
        name,
        n -> {
          throw new IllegalStateException("no colour --" + n);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsCanBeReadOnWhatLiesUnderThem(boolean isDark) {
    SortedMap<String, String> v = variables(isDark);
    for (String under : List.of("paper", "wash")) {
      for (String word : List.of("ink", "muted", "link", "accent", "bad")) {
        requireContrast(4.5, get(v, word), get(v, under), word + " on " + under);
      }
    }
    for (int i = 0; i <= 6; i++) {
      requireContrast(4.5, get(v, "i" + i), get(v, "q" + i), "number on step " + i);
    }
    requireContrast(4.5, get(v, "paper"), get(v, "t0"), "number on a part of a bar");
    requireContrast(4.5, get(v, "paper"), get(v, "t0b"), "number on every other part of a bar");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void marksStandOutFromThePage(boolean isDark) {
    SortedMap<String, String> v = variables(isDark);
    for (int i = 0; i < 6; i++) {
      requireContrast(3, get(v, "t" + i), get(v, "paper"), "tone " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tonesStayApartForEveryReader(boolean isDark) {
    SortedMap<String, String> v = variables(isDark);
    List<String> strong = new ArrayList<>();
    List<String> pale = new ArrayList<>(List.of(get(v, "land")));
    for (int i = 0; i < 6; i++) {
      strong.add(get(v, "t" + i));
      pale.add(get(v, "l" + i));
    }
    for (double[][] eyes : List.of(FULL, PROTAN, DEUTAN)) {
      requireApart(12, strong, eyes);
      requireApart(8, pale, eyes);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void stepsGoOneWayInLightness(boolean isDark) {
    SortedMap<String, String> v = variables(isDark);
    for (int i = 0; i < 6; i++) {
      double here = luminance(get(v, "q" + i));
      double next = luminance(get(v, "q" + (i + 1)));
      assertTrue(isDark ? next > here * 1.1 : next < here * 0.95, "steps " + i + " and its next");
    }
  }

  private static void requireContrast(double least, String a, String b, String what) {
    double light = Math.max(luminance(a), luminance(b)) + 0.05;
    double dark = Math.min(luminance(a), luminance(b)) + 0.05;
    assertTrue(light / dark >= least, what + ": contrast " + light / dark);
  }

  private static void requireApart(double least, List<String> colours, double[][] eyes) {
    for (int i = 0; i < colours.size(); i++) {
      for (int j = 0; j < i; j++) {
        double[] a = lab(seen(colours.get(i), eyes));
        double[] b = lab(seen(colours.get(j), eyes));
        double distance = Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
        assertTrue(distance >= least, colours.get(i) + ", " + colours.get(j) + ": " + distance);
      }
    }
  }

  private static double[] linear(String colour) {
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      rgb[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return rgb;
  }

  private static double luminance(String colour) {
    double[] rgb = linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double[] seen(String colour, double[][] eyes) {
    double[] rgb = linear(colour);
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      double sum = eyes[i][0] * rgb[0] + eyes[i][1] * rgb[1] + eyes[i][2] * rgb[2];
      seen[i] = Math.max(0, sum);
    }
    return seen;
  }

  private static double[] lab(double[] rgb) {
    double x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505;
    double y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    double z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089;
    return new double[] {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
  }

  private static double f(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }
}
