package org.plimsoll.vault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.terms.UsReserve;

/** The ledger on a real PostgreSQL. */
class VaultTest {
  private static final String PROOF = "assay=0.99 origin=JPN custody=keeper";

  private final VaultFolder folder;

  VaultTest() throws SQLException {
    folder = new VaultFolder();
  }

  @BeforeEach
  void fill() {
    folder.fill();
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void whatIsPostedIsThereForEverybodyAndForEver() {
    assertEquals(
        Status.POSTED,
        folder.post("t1 transfer participant=acme to=bolt contract=c1 entitlement_g=400"));
    try (Vault other = folder.another()) {
      assertEquals(
          Status.EXISTS,
          VaultFolder.post(
              other, "t1 transfer participant=acme to=bolt contract=c1 entitlement_g=400"));
      assertEquals(
          Status.INSUFFICIENT_CLAIM,
          VaultFolder.post(
              other, "t2 transfer participant=acme to=bolt contract=c1 entitlement_g=601"));
      assertEquals(
          Status.POSTED,
          VaultFolder.post(
              other, "t2 transfer participant=acme to=bolt contract=c1 entitlement_g=600"));
      // The first sees what the second did, though it keeps books in memory.
      assertEquals(
          Status.INSUFFICIENT_CLAIM,
          folder.post("t3 transfer participant=acme to=bolt contract=c1 entitlement_g=1"));
    }
    assertEquals("", folder.verified());
    assertEquals(4, folder.vault().reader().verify(Actor.OPERATOR).head().number());
  }

  @Test
  void aReservationLivesAcrossVaults() {
    assertEquals(
        Status.RESERVED,
        folder.post(
            "h1 draw participant=acme contract=c1 lot=l1 site=north mass_g=300"
                + " hold_until=2026-04-01"));
    try (Vault other = folder.another()) {
      assertEquals(Status.POSTED, VaultFolder.post(other, "k1 post refers=h1"));
      assertEquals(Status.REFERENCE_CLOSED, VaultFolder.post(other, "k2 void refers=h1"));
      assertEquals(
          Status.POSTED,
          VaultFolder.post(
              other,
              "r1 replenish participant=acme refers=h1 lot=l2 site=north mass_g=300 " + PROOF));
      assertEquals(Status.POSTED, VaultFolder.post(other, "x1 correction corrects=r1 reason=typo"));
    }
    assertEquals(Status.REFERENCE_CLOSED, folder.post("x2 correction corrects=r1 reason=typo"));
    assertEquals("", folder.verified());
  }

  @Test
  void thereIsOneVaultInADatabase() {
    assertThrows(
        StoreFailure.class,
        () -> Vault.init(folder.database(), UsReserve.terms(), VaultFolder.CLOCK));
  }

  @Test
  void aDatabaseThatMayForgetIsRefused() throws SQLException {
    folder.tamper(
        "do $$ begin execute 'alter database ' || current_database() ||"
            + " ' set synchronous_commit = off'; end $$");
    StoreFailure failure = assertThrows(StoreFailure.class, folder::another);
    assertTrue(String.valueOf(failure.getMessage()).contains("synchronous_commit"));
  }

  @Test
  void theJournalRefusesChanges() throws SQLException {
    try (Connection connection = folder.database().connect();
        Statement statement = connection.createStatement()) {
      for (String table : List.of("event", "transfer", "lot", "terms")) {
        for (String sql : List.of("delete from " + table, "truncate " + table + " cascade")) {
          SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
          assertTrue(String.valueOf(refused.getMessage()).contains("never changed"), sql);
        }
      }
      assertThrows(
          SQLException.class, () -> statement.execute("update transfer set amount = amount + 1"));
    }
    assertEquals("", folder.verified());
  }

  /** Whoever gets round the triggers is found out, whatever column of whatever row he touches. */
  @Test
  void tamperingWithAnyRowIsFound() throws SQLException {
    folder.post(
        "h1 draw participant=acme contract=c1 lot=l1 site=north mass_g=300"
            + " hold_until=2026-04-01");
    folder.post("k1 post refers=h1");
    assertEquals("", folder.verified());
    List<String> tables = List.of("event", "transfer", "lot", "account", "terms");
    List<String> acts = new ArrayList<>();
    for (String table : tables) {
      String key = "(select max(ctid) from " + table + ")";
      for (String change : changes(table)) {
        acts.add("update %s set %s where ctid = %s".formatted(table, change, key));
      }
      acts.add("delete from %s where ctid = %s".formatted(table, key));
      folder.tamper("create table kept_%s as table %s".formatted(table, table));
    }
    acts.add("delete from event where number = (select max(number) from event)");
    acts.add("update event set closes = 'c1' where number = 1");
    acts.add(
        "insert into transfer select number, line + 9, book, asset, from_party, from_paper,"
            + " to_party, to_paper, amount, reason from transfer where number = 1");
    acts.add("insert into account values ('MASS', 'x', 'north', 'l9', 7, 0)");
    for (String act : acts) {
      folder.tamper(act);
      assertFalse(folder.vault().reader().verify(Actor.OPERATOR).isSound(), act);
      for (String table : tables) {
        folder.tamper(
            "delete from " + table, "insert into %s select * from kept_%s".formatted(table, table));
      }
      assertEquals("", folder.verified(), act);
    }
  }

  /** A change for each column, by its type. */
  private List<String> changes(String table) throws SQLException {
    List<String> changes = new ArrayList<>();
    try (Connection connection = folder.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select column_name, data_type from information_schema.columns where table_name ="
                    + " '"
                    + table
                    + "' order by ordinal_position")) {
      while (rows.next()) {
        String column = rows.getString(1);
        changes.add(
            switch (rows.getString(2)) {
              case "bigint", "integer" ->
                  column
                      + " = "
                      + column
                      + (column.equals("amount") && table.equals("account") ? " - 1" : " + 1");
              case "boolean" -> column + " = not " + column;
              case "date" -> column + " = " + column + " + 1";
              case "timestamp with time zone" -> column + " = " + column + " + interval '1 second'";
              default -> column + " = coalesce(" + column + ", '') || '1'";
            });
      }
    }
    return changes;
  }

  @Test
  void aConnectionThatIsCutIsMadeAgain() throws SQLException {
    for (int i = 0; i < 5; i++) {
      folder.tamper(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where pid <> pg_backend_pid() and datname = current_database()");
      assertEquals(
          Status.POSTED,
          folder.post(
              "t%d transfer participant=acme to=bolt contract=c1 entitlement_g=1".formatted(i)));
    }
    assertEquals("", folder.verified());
  }

  @Test
  void aParticipantSeesItsOwn() {
    assertEquals(2, folder.vault().reader().journalOf(Actor.participant("acme"), "acme").size());
    assertEquals(2, folder.vault().reader().journalOf(Actor.AUDITOR, "acme").size());
    assertThrows(
        StoreFailure.class,
        () -> folder.vault().reader().journalOf(Actor.participant("bolt"), "acme"));
    assertTrue(folder.vault().reader().findPosted(Actor.participant("acme"), "c1").isPresent());
    assertTrue(folder.vault().reader().findPosted(Actor.AUDITOR, "c1").isPresent());
    assertTrue(folder.vault().reader().findPosted(Actor.participant("bolt"), "c1").isEmpty());
  }

  /**
   * 64 clients through two vaults take 10 g each, 20 times, of the same 1,000 g: 100 succeed, the
   * rest are told why not; and each leaves an invoice, none of which is lost.
   */
  @Test
  void sixtyFourClientsOnOneAccount() throws Exception {
    int clients = 64;
    int rounds = 20;
    try (Vault other = folder.another();
        ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Callable<List<Answer>>> tasks = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        String name = "client" + client;
        Vault vault = client % 2 == 0 ? folder.vault() : other;
        tasks.add(() -> {
          List<Answer> answers = new ArrayList<>();
          for (int round = 0; round < rounds; round++) {
            answers.addAll(
                vault.post(
                    Actor.OPERATOR,
                    List.of(
                        VaultFolder.event(
                            "t-%s-%d transfer participant=acme to=%s contract=c1 entitlement_g=10"
                                .formatted(name, round, name)),
                        VaultFolder.event(
                            "i-%s-%d charge participant=acme amount=1.00 currency=USD reason=test"
                                .formatted(name, round)))));
          }
          return answers;
        });
      }
      SortedMap<Status, Integer> counts = new TreeMap<>();
      for (Future<List<Answer>> done : pool.invokeAll(tasks)) {
        done.get().forEach(answer -> counts.merge(answer.status(), 1, Integer::sum));
      }
      SortedMap<Status, Integer> expected = new TreeMap<>();
      expected.put(Status.POSTED, 100 + clients * rounds);
      expected.put(Status.INSUFFICIENT_CLAIM, clients * rounds - 100);
      assertEquals(expected, counts);
    }
    assertEquals("", folder.verified());
    // The fee of c1 is 300 × 1 kg × 1% = 3.00.
    assertEquals(Status.POSTED, folder.post("p1 pay participant=acme amount=1283.00 currency=USD"));
    assertEquals(
        Status.INSUFFICIENT_RECEIVABLE,
        folder.post("p2 pay participant=acme amount=0.01 currency=USD"));
  }
}
