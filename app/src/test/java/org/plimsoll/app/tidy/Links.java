package org.plimsoll.app.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links of Markdown pages to files and headings of the project. */
final class Links {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  private Links() {}

  /** Links of the page that lead nowhere, as {@code path: target}. */
  static List<String> broken(SourceTree tree, String path, String text) {
    List<String> broken = new ArrayList<>();
    boolean isCode = false;
    for (String line : text.split("\n", -1)) {
      isCode ^= line.startsWith("```");
      Matcher link = LINK.matcher(CODE.matcher(line).replaceAll(""));
      while (!isCode && link.find()) {
        String target = link.group(1);
        if (!ADDRESS.matcher(target).matches() && !leadsSomewhere(tree, path, target)) {
          broken.add(path + ": the link to " + target + " leads nowhere");
        }
      }
    }
    return broken;
  }

  private static boolean leadsSomewhere(SourceTree tree, String path, String target) {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    String full = file.isEmpty() ? path : resolve(path, file);
    if (!tree.exists(full)) {
      return false;
    }
    return hash < 0
        || anchors(tree.texts().getOrDefault(full, "")).contains(target.substring(hash + 1));
  }

  private static String resolve(String path, String file) {
    List<String> names = new ArrayList<>(List.of(path.split("/", -1)));
    names.removeLast();
    for (String name : file.split("/", -1)) {
      if (name.equals("..") && !names.isEmpty()) {
        names.removeLast();
      } else if (!name.equals(".")) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }

  /** The names under which a page's headings can be linked to. */
  static SortedSet<String> anchors(String text) {
    SortedSet<String> anchors = new TreeSet<>();
    for (String line : text.split("\n", -1)) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        anchors.add(
            heading
                .group(1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-'));
      }
    }
    return anchors;
  }
}
