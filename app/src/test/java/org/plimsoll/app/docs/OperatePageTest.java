package org.plimsoll.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every block of {@code docs/guides/operate-a-vault.md}, and what comes of it. */
class OperatePageTest {
  @TempDir private Path folder;

  @Test
  void everyBlockRuns() throws Exception {
    List<String> blocks = PageBlocks.of("guides/operate-a-vault.md");
    assertEquals(11, blocks.size());
    try (PageBlocks page = PageBlocks.in(folder)) {
      for (String block : blocks) {
        page.run(block);
      }
    }
    // A fee of 3,000.00, and an invoice that came and went.
    String acme = Files.readString(folder.resolve("acme.csv"));
    assertTrue(acme.contains("i1,charge: charged: storage of November,owed in money,USD,"), acme);
    assertTrue(acme.contains(",,owed in money,USD,,,3120.50,USD\n"), acme);
    assertTrue(
        acme.contains("closing,") && acme.contains("drawn,gallium/refined ingot 4N,c1,,400.000,kg"),
        acme);
    String bolt = Files.readString(folder.resolve("bolt.csv"));
    assertTrue(bolt.contains("entitled,gallium/refined ingot 4N,c1,,100.000,kg"), bolt);
    assertTrue(Files.readString(folder.resolve("stock.html")).contains("content by site"));
    assertTrue(Files.readString(folder.resolve("due.ics")).contains("BEGIN:VEVENT"));
    assertTrue(Files.readString(folder.resolve("journal/transfers.csv")).contains("acme"));
    assertTrue(Files.readString(folder.resolve("next.txt")).contains("entry_fee | 0.015"));
  }
}
