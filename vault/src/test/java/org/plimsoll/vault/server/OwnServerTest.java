package org.plimsoll.vault.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that nobody else may use, and that is not left behind. */
final class OwnServerTest {
  /** Connects to a socket in the file system; perl is in every Debian. */
  private static final String KNOCK = "IO::Socket::UNIX->new(Peer => $ARGV[0]) or die \"$!\\n\"";

  @TempDir private static Path folder;
  private static Path data;
  private static OwnServer server;

  @BeforeAll
  static void start() throws IOException {
    // The folder of the tests is closed to others by itself; this must hold without that.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    data = folder.resolve("data");
    server = OwnServer.start(data, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
    assertEquals(ServerState.of(data).server().isPresent(), false);
    assertFalse(Files.exists(data.resolve("postmaster.pid")), "it ended in order");
  }

  private static Account.Ran asNobody(String... command) {
    List<String> whole =
        Stream.concat(
                Stream.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
                Stream.of(command))
            .toList();
    return Account.Ran.of(whole);
  }

  @Test
  void anotherUserCanNeitherConnectNorReadNorSwapPrograms() {
    assumeTrue(Account.isRoot(), "only root can act as another user");
    ServerState state = ServerState.of(data);
    String socket = state.socket().toString();
    List<String> knock = List.of("perl", "-MIO::Socket::UNIX", "-e", KNOCK, socket);
    assertTrue(Account.Ran.of(knock).isDone(), "whoever may, can");
    Account.Ran knocked = asNobody(knock.toArray(String[]::new));
    assertTrue(knocked.said().contains("Permission denied"), knocked.said());
    assertRefused(asNobody("cat", data.resolve("PG_VERSION").toString()));
    assertRefused(asNobody("ls", socket));
    Path program = Path.of(Programs.of(Cache.open(System.getenv())).path("postgres"));
    assertRefused(asNobody("cp", "/bin/true", program.toString()));
    assertRefused(asNobody("mv", program.toString(), program + ".old"));
    assertRefused(asNobody("touch", program.resolveSibling("libpq.so.5").toString()));
  }

  private static void assertRefused(Account.Ran ran) {
    assertFalse(ran.isDone());
    assertTrue(ran.said().contains("Permission denied"), ran.said());
  }

  @Test
  void itListensOnNoNetworkAndKnowsItsUserAlone() throws Exception {
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement statement = connection.createStatement()) {
      assertEquals("", ask(statement, "show listen_addresses"));
      assertEquals(
          "1", ask(statement, "select count(*) from pg_hba_file_rules where auth_method = 'peer'"));
      assertEquals("1", ask(statement, "select count(*) from pg_hba_file_rules"));
    }
  }

  private static String ask(Statement statement, String sql) throws Exception {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void whoHoldsTheDataIsNamed() {
    ServerFailure refused =
        assertThrows(ServerFailure.class, () -> OwnServer.start(data, Map.of()));
    assertTrue(message(refused).contains("in use by this process itself"), refused::toString);
    ServerState state = ServerState.of(data);
    assertTrue(state.server().isPresent());
    assertFalse(state.isOrphaned());
    assertEquals("18", state.version().orElseThrow());
  }

  /** Whoever finds the data taken by another process is told where they are served. */
  @Test
  void whereTheDataAreServedIsWrittenDown() throws IOException {
    Path owner = RunFolder.of(Cache.open(System.getenv()), data.toRealPath()).owner();
    server.serveAt("http://127.0.0.1:8042/");
    List<String> note = Files.readAllLines(owner);
    assertEquals("process " + ProcessHandle.current().pid(), note.getFirst());
    assertEquals("http://127.0.0.1:8042/", note.getLast());
    server.serveAt("");
    assertFalse(Files.readString(owner).contains("http"), "what is shorter leaves nothing over");
  }

  @Test
  void aProgramThatWasSwappedIsNotRun(@TempDir Path other) throws IOException {
    Map<String, String> environment = cache(other);
    Programs programs = Programs.of(Cache.open(environment));
    Files.writeString(Path.of(programs.path("postgres")), "#!/bin/sh\necho mine\n");
    ServerFailure refused =
        assertThrows(
            ServerFailure.class,
            () -> OwnServer.start(other.resolve("data"), Map.of(), environment));
    assertTrue(message(refused).contains("bin/postgres is not the file"), refused::toString);
    assertTrue(message(refused).contains(programs.folder().toString()), refused::toString);
  }

  /** The system's program and Java agree, and a name that would be escaped is hashed by Java. */
  @Test
  void filesAreHashedAlike(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("abc"), "abc");
    Files.writeString(other.resolve("a b"), "");
    List<String> names = List.of("abc", "a b");
    // FIPS 180-4's own example
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertEquals(abc, FileHashes.byJava(other, names).getFirst());
    assertEquals(FileHashes.byJava(other, names), FileHashes.of(other, names));
    FileHashes.bySystem(other, names)
        .ifPresent(quick -> assertEquals(abc, quick.getFirst(), "sha256sum"));
    List<String> odd = List.of("back\\slash");
    Files.writeString(other.resolve(odd.getFirst()), "abc");
    assertEquals(Optional.empty(), FileHashes.bySystem(other, odd));
    assertEquals(List.of(abc), FileHashes.of(other, odd));
  }

  @Test
  void aCacheWhereOthersWriteIsNotUsed(@TempDir Path other) throws IOException {
    Map<String, String> environment = cache(other);
    Path cache = Path.of(environment.get(Cache.VARIABLE));
    Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rwxrwxrwx");
    Files.setPosixFilePermissions(Files.createDirectory(cache), mode);
    ServerFailure refused = assertThrows(ServerFailure.class, () -> Cache.open(environment));
    assertTrue(message(refused).contains("others may write in " + cache), refused::toString);
  }

  @Test
  void aSocketWithALongPath(@TempDir Path other) {
    Map<String, String> environment = cache(other.resolve("x".repeat(90)));
    ServerFailure refused =
        assertThrows(
            ServerFailure.class,
            () -> OwnServer.start(other.resolve("data"), Map.of(), environment));
    assertTrue(message(refused).contains("but the system takes 107"), refused::toString);
    assertTrue(message(refused).contains(Cache.VARIABLE), refused::toString);
  }

  @Test
  void aDiskWhereNoProgramMayRun(@TempDir Path other) throws IOException {
    Path disk = Files.createDirectory(other.resolve("disk"));
    List<String> mount = List.of("mount", "-t", "tmpfs", "-o", "size=90m,mode=755,noexec");
    assumeTrue(
        Account.Ran.of(Stream.concat(mount.stream(), Stream.of("tmpfs", disk.toString())).toList())
            .isDone(),
        "may not mount");
    try {
      ServerFailure refused =
          assertThrows(
              ServerFailure.class,
              () -> OwnServer.start(other.resolve("data"), Map.of(), cache(disk)));
      assertTrue(message(refused).contains("noexec"), refused::toString);
      assertTrue(message(refused).contains(Cache.VARIABLE), refused::toString);
    } finally {
      Account.Ran.of(List.of("umount", disk.toString()));
    }
  }

  /** What a killed process left half made holds nothing that was acknowledged. */
  @Test
  void dataHalfMadeAreMadeAgain(@TempDir Path other) throws IOException {
    Path half = Files.createDirectory(other.resolve("data"));
    Files.writeString(half.resolve("PG_VERSION"), "18\n");
    RunFolder run = RunFolder.of(Cache.open(System.getenv()), half.toRealPath());
    Files.writeString(run.making(), "");
    try (OwnServer made = OwnServer.start(half, Map.of())) {
      assertTrue(Files.isDirectory(half.resolve("global")), made.url());
    }
  }

  private static Map<String, String> cache(Path below) {
    return Map.of(Cache.VARIABLE, below.resolve("cache").toString());
  }

  private static String message(ServerFailure failure) {
    return String.valueOf(failure.getMessage());
  }
}
