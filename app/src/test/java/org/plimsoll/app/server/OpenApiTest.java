package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/reference/openapi.json and api.md say what the list of routes says. Run with {@code
 * -Dplimsoll.regenerate=true} to write them anew.
 */
class OpenApiTest {
  private static final Path DOCUMENT = LiveServer.ROOT.resolve("docs/reference/openapi.json");
  private static final Path PAGE = LiveServer.ROOT.resolve("docs/reference/api.md");
  private static final String BEGIN = "<!-- begin: made by OpenApiTest -->\n";

  @TempDir private Path folder;

  @Test
  void theDocumentThatIsServedIsTheOneInTheReference() throws Exception {
    String made = OpenApi.of(Routes.list());
    if (Boolean.getBoolean("plimsoll.regenerate")) {
      Files.writeString(DOCUMENT, made);
    }
    assertEquals(made, Files.readString(DOCUMENT), "run with -Dplimsoll.regenerate=true");
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      assertEquals(made, server.get("/openapi.json").body());
    }
  }

  @Test
  void everyOperationHasANameOfItsOwnAndEveryReferenceLeadsSomewhere() throws Exception {
    JsonNode document = new ObjectMapper().readTree(OpenApi.of(Routes.list()));
    assertEquals("3.1.0", document.get("openapi").asText());
    List<String> ids = document.findValuesAsText("operationId");
    assertEquals(ids.size(), ids.stream().distinct().count(), ids::toString);
    assertEquals(Routes.list().size(), ids.size());
    for (String reference : document.findValuesAsText("$ref")) {
      assertTrue(!document.at(reference.substring(1)).isMissingNode(), reference);
    }
  }

  @Test
  void thePageListsEveryRoute() throws IOException {
    StringBuilder text = new StringBuilder(BEGIN);
    for (Route route : Routes.list()) {
      text.append("\n## %s %s%s\n\n".formatted(route.method(), Api.ROOT, route.path()));
      text.append(route.summary());
      if (!route.says().verb().isEmpty()) {
        text.append(" As `plimsoll ").append(route.says().verb()).append(" --json`.");
      }
      text.append("\n");
      List<String> rows = new ArrayList<>();
      for (Param param : route.params()) {
        rows.add(
            "| `%s` | %s | `%s` |\n"
                .formatted(param.name(), param.description().replace("|", "\\|"), param.example()));
      }
      if (!rows.isEmpty()) {
        text.append("\n| parameter | what | for example |\n| --- | --- | --- |\n");
        rows.forEach(text::append);
      }
    }
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN);
    if (Boolean.getBoolean("plimsoll.regenerate")) {
      page = page.substring(0, from) + text;
      Files.writeString(PAGE, page);
    }
    assertEquals(text.toString(), page.substring(from), "run with -Dplimsoll.regenerate=true");
  }
}
