package org.plimsoll.app.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.language.Messages;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.model.fixture.TinyWorld;

class SiteWorldTest {
  private static final String CHANGED = "the world changed on disk since this server read it";

  @Test
  void everyPageSaysWhenTheWorldChangedUnderTheServer() {
    for (boolean isChanged : List.of(true, false)) {
      SiteWorld world =
          new SiteWorld(
              TinyWorld.evidence(),
              "3f2ac1ff",
              () -> isChanged,
              SiteFiles.read(),
              Messages.read(Language.ENGLISH));
      List<Reply> pages =
          List.of(
              new SourceSite(world).list(),
              new MethodSite(world).list(),
              new MineralSite(world).list(),
              new RegisterSite(world).page(Map.of()),
              new PlanSite(world).first(List.of("action-plan-2026")),
              new PlanSite(world).progress("x", "waiting", false, "", ""),
              world.missing("Plan", "There is no plan", "/", "Make one"));
      for (Reply page : pages) {
        String text = text(page);
        assertEquals(isChanged, text.contains(CHANGED), text);
        assertTrue(text.contains("World 3f2ac1<"), text);
      }
    }
  }

  private static String text(Reply reply) {
    return switch (reply.body()) {
      case Reply.Body.Whole whole -> new String(whole.bytes(), StandardCharsets.UTF_8);
      case Reply.Body.Streamed streamed -> streamed.toString();
    };
  }
}
