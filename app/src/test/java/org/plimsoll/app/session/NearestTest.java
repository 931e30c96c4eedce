package org.plimsoll.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> METALS = List.of("gallium", "germanium", "graphite", "tin");

  @Test
  void aSlipOfTheFingerIsFound() {
    assertEquals(List.of("gallium"), Nearest.to("galium", METALS));
    assertEquals(List.of("gallium"), Nearest.to("GALLIUN", METALS));
  }

  @Test
  void aBeginningIsFound() {
    assertEquals(List.of("graphite"), Nearest.to("gra", METALS));
  }

  @Test
  void aStrangerIsNot() {
    assertEquals(List.of(), Nearest.to("unobtainium", METALS));
    assertEquals(List.of(), Nearest.to("", METALS));
    assertEquals("", Nearest.wayOut("unobtainium", METALS));
  }
}
