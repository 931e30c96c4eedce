package org.plimsoll.app.tidy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text files of the project by their path from its root, with / between names. Left out is what
 * git ignores: what the build makes, and what editors and package managers keep.
 */
final class SourceTree {
  private static final List<String> IGNORED_FOLDERS =
      List.of(".git", ".idea", ".vscode", "target", "out", "node_modules");

  private static final List<String> TEXT_ENDINGS =
      List.of(
          ".java",
          ".md",
          ".xml",
          ".yml",
          ".yaml",
          ".json",
          ".csv",
          ".txt",
          ".sh",
          ".sql",
          ".properties",
          ".ts",
          ".js",
          ".css",
          ".html",
          ".svg",
          ".mjs",
          ".npmrc",
          ".gitignore");

  private final Path root;
  private final SortedMap<String, String> texts = new TreeMap<>();

  private SourceTree(Path root) {
    this.root = root;
  }

  /** The project that the build is of: Surefire is told its root in {@code plimsoll.root}. */
  static SourceTree ofProject() throws IOException {
    return of(Path.of(System.getProperty("plimsoll.root", "..")));
  }

  static SourceTree of(Path root) throws IOException {
    SourceTree tree = new SourceTree(root);
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return IGNORED_FOLDERS.contains(nameOf(folder))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (isText(nameOf(file))) {
              tree.texts.put(tree.pathOf(file), Files.readString(file, StandardCharsets.UTF_8));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return tree;
  }

  /** Text by path, in the order of the paths. */
  SortedMap<String, String> texts() {
    return Collections.unmodifiableSortedMap(texts);
  }

  /** Whether there is a file or folder at this path from the root. */
  boolean exists(String path) {
    return Files.exists(root.resolve(path));
  }

  boolean isExecutable(String path) {
    return Files.isExecutable(root.resolve(path));
  }

  private String pathOf(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /** Scripts have no ending; neither has the licence. */
  private static boolean isText(String name) {
    return TEXT_ENDINGS.stream().anyMatch(name::endsWith)
        || List.of("plimsoll", "check", "run", "LICENSE").contains(name);
  }
}
