package org.plimsoll.app.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule finds what breaks it, and nothing in what does not. */
class TextRulesTest {
  @Test
  void anOrdinaryFileIsTidy() {
    assertEquals(List.of(), check("a/B.java", "class B {}\n"));
    assertEquals(List.of(), check("docs/a.md", "See https://example.org/work/home/x.\n"));
    assertEquals(List.of(), check("pom.xml", "<a xmlns=\"http://maven.apache.org/POM/4.0.0\"/>\n"));
  }

  @Test
  void endsAndBlanksAreSeen() {
    assertEquals(List.of("a.md: does not end with a new line"), check("a.md", "a"));
    assertEquals(List.of("a.md:1: has a tab"), check("a.md", "a\tb\n"));
    assertEquals(List.of("a.md:2: ends in a blank"), check("a.md", "a\nb \n"));
    assertEquals(List.of("a.csv: has a carriage return"), check("a.csv", "a\r\n"));
    assertEquals(List.of(), check("a.csv", "\"a \n b\"\n"));
  }

  @Test
  void columnsAreCharactersNotBytes() {
    assertEquals(List.of(), check("A.java", "λ".repeat(100) + "\n"));
    assertEquals(
        List.of("A.java:1: has more than 100 columns"), check("A.java", "λ".repeat(101) + "\n"));
    assertEquals(List.of(), check("a.md", "a".repeat(101) + "\n"));
  }

  @Test
  void aLongFileDefendsItself() {
    String lines = "//\n".repeat(401);
    assertEquals(
        List.of("A.java: has 401 lines and no sentence 'Long because …' in its class comment"),
        check("A.java", lines));
    assertEquals(List.of(), check("A.java", lines + "// Long because a table is in it.\n"));
    assertEquals(List.of(), check("A.java", "//\n".repeat(400)));
    assertEquals(List.of(), check("A.java", "import a.B;\n" + "//\n".repeat(400)));
  }

  @Test
  void whatIsUnfinishedIsSeen() {
    String mark = "TO" + "DO";
    assertEquals(
        List.of("A.java:1: is marked unfinished: " + mark), check("A.java", "// " + mark + "\n"));
  }

  @Test
  void machinesAndRegistriesAreSeen() {
    String folder = "/wo" + "rk/main";
    assertEquals(1, check("a.md", "in " + folder + "\n").size());
    assertEquals(1, check("a.json", "{\"a\": \"" + folder + "\"}\n").size());
    String jdk = "/usr/li" + "b/jvm/x";
    assertEquals(1, check("README.md", jdk + "\n").size());
    assertEquals(List.of(), check("plimsoll", jdk + "\n"));
    String host = "registry.np" + "mjs.org";
    assertEquals(1, check("a.md", "from " + host + "\n").size());
    String address = "  \"resol" + "ved\": \"https://example.org/a.tgz\",";
    assertEquals(1, check("package-lock.json", address + "\n").size());
  }

  @Test
  void linksAreFollowed(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("docs"));
    Files.writeString(root.resolve("README.md"), "# Two words\n");
    String page =
        """
        [up](../README.md) [part](../README.md#two-words) [here](#own) [web](https://example.org)
        # Own
        [gone](gone.md) [no part](../README.md#three) `[code](no.md)`
        ```
        [more code](no.md)
        ```
        """;
    Files.writeString(root.resolve("docs/a.md"), page);
    assertEquals(
        List.of(
            "docs/a.md: the link to gone.md leads nowhere",
            "docs/a.md: the link to ../README.md#three leads nowhere"),
        Links.broken(SourceTree.of(root), "docs/a.md", page));
  }

  @Test
  void whatTheBuildMakesIsLeftOut(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("a/target"));
    Files.writeString(root.resolve("a/target/B.java"), "\t");
    Files.writeString(root.resolve("a/C.java"), "class C {}\n");
    Files.writeString(root.resolve("a/picture.png"), "\t");
    assertEquals(Set.of("a/C.java"), SourceTree.of(root).texts().keySet());
  }

  private static List<String> check(String path, String text) {
    return TextRules.check(path, text);
  }
}
