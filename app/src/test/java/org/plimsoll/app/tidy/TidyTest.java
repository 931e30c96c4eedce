package org.plimsoll.app.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rules of STYLE.md that a machine can see to, over every file of the project. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TidyTest {
  private static final Pattern SOURCE =
      Pattern.compile("(?<root>.*)/src/(?<set>[a-z]+)/java/(?<folder>.+)/[^/]+\\.java");

  private SortedMap<String, String> texts = new TreeMap<>();
  private List<String> broken = List.of();
  private List<String> notExecutable = List.of();

  @BeforeAll
  void readTheProject() throws IOException {
    SourceTree tree = SourceTree.ofProject();
    texts = tree.texts();
    broken =
        texts.entrySet().stream()
            .filter(page -> page.getKey().endsWith(".md"))
            .flatMap(page -> Links.broken(tree, page.getKey(), page.getValue()).stream())
            .toList();
    notExecutable =
        List.of("plimsoll", "check", ".ci/run").stream()
            .filter(script -> !tree.isExecutable(script))
            .toList();
  }

  @Test
  void theProjectWasFound() {
    assertTrue(texts.containsKey("pom.xml"), "no pom.xml where plimsoll.root points");
    assertTrue(texts.containsKey("plimsoll"));
    assertTrue(texts.size() > 100, texts.size() + " files");
  }

  @Test
  void everyTextIsTidy() {
    List<String> findings = new ArrayList<>();
    texts.forEach((path, text) -> findings.addAll(TextRules.check(path, text)));
    assertNone(findings);
  }

  @Test
  void everyLinkLeadsSomewhere() {
    assertNone(broken);
  }

  @Test
  void scriptsCanBeRun() {
    assertNone(notExecutable);
  }

  /** A package of tests may lean on the package-info of the code that it tests. */
  @Test
  void everyPackageIsDescribedAndNullMarked() {
    SortedSet<String> packages = new TreeSet<>();
    SortedSet<String> described = new TreeSet<>();
    List<String> findings = new ArrayList<>();
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Matcher source = SOURCE.matcher(file.getKey());
      if (source.matches()) {
        String name = source.group("root") + " " + source.group("folder");
        packages.add(name);
        if (file.getKey().endsWith("/package-info.java")) {
          described.add(name);
          findings.addAll(checkPackageInfo(file.getKey(), file.getValue()));
        }
      }
    }
    packages.removeAll(described);
    packages.forEach(name -> findings.add(name + ": has no package-info.java"));
    assertNone(findings);
  }

  private static List<String> checkPackageInfo(String path, String text) {
    List<String> findings = new ArrayList<>();
    if (!text.startsWith("/**")) {
      findings.add(path + ": does not say what the package is for");
    }
    if (!text.contains("@NullMarked")) {
      findings.add(path + ": is not @NullMarked");
    }
    return findings;
  }

  private static void assertNone(List<String> findings) {
    assertEquals("", String.join("\n", findings));
  }
}
