package org.plimsoll.vault.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Role;
import org.plimsoll.vault.terms.Terms;

/**
 * The journal in a folder: terms and rows as text, in files that are never changed once they have
 * their name. Each time it is taken, what is new is added, and it is seen whether the journal still
 * has what the folder has.
 *
 * @param folder where it is
 */
public record Backup(Path folder) {
  private static final int FETCH = 2000;
  private static final int ROWS_A_FILE = 100_000;
  private static final int LONGEST_END = 200;
  private static final String PARTIAL = ".partial";

  /** A journal says who has how much. */
  private static final FileAttribute<?> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** A row as it is kept: who sent what when, and its hash. */
  record Row(long number, Instant at, Actor actor, String hash, Event event) {}

  /** Does something with a row; may fail as databases do. */
  interface Taking {
    /** Whether to go on. */
    boolean take(Row row) throws SQLException;
  }

  /**
   * Adds what the folder has not yet; returns the end of the chain that it then has.
   *
   * @throws StoreFailure if somebody else than the operator asks, the journal lacks what the folder
   *     has, or the folder cannot be written
   */
  public Head take(Actor actor, Database database) {
    checkOperator(actor, "take a backup");
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Files.createDirectories(folder);
      writeTerms(TermsTable.read(connection).versions().getFirst());
      Head head = head();
      if (!isIn(connection, head)) {
        throw new StoreFailure(
            "the backup in %s ends with row %d, hash %s, which this journal does not have"
                    .formatted(folder, head.number(), head.hash())
                + "\nMaybe the end of the journal was cut off, or the folder is another vault's");
      }
      write(connection, head.number());
      connection.rollback();
      return head();
    } catch (SQLException e) {
      throw new StoreFailure("the journal could not be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new StoreFailure(
          "cannot write the backup in %s: %s".formatted(folder, e.getMessage())
              + "\nMaybe the disk is full; run it again, what is complete stays",
          e);
    }
  }

  /**
   * Lets the operator alone pass.
   *
   * @param what somebody wants to do
   * @throws StoreFailure if it is another role
   */
  public static void checkOperator(Actor actor, String what) {
    if (actor.role() != Role.OPERATOR) {
      throw new StoreFailure(
          "%s may not %s, which has all that everybody does\nMaybe ask as operator"
              .formatted(actor, what));
    }
  }

  /**
   * The end of the chain that the folder has.
   *
   * @throws StoreFailure if it has no backup
   */
  public Head head() {
    try {
      Terms opened = readTerms();
      List<Path> files = listRows();
      if (files.isEmpty()) {
        return Head.ofTerms(opened.toText());
      }
      String[] words = lastLine(files.getLast()).split(" ", -1);
      if (words.length != 4 || !words[0].equals("end")) {
        throw new StoreFailure(
            files.getLast() + " has no end\nMaybe it was cut off: take it from another copy");
      }
      return new Head(Long.parseLong(words[1]), Instant.parse(words[2]), words[3]);
    } catch (IOException | DateTimeException | NumberFormatException e) {
      throw new StoreFailure("cannot read the backup in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** It says what the last row of the file is. */
  private static String lastLine(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer end = ByteBuffer.allocate(LONGEST_END);
      channel.read(end, Math.max(0, channel.size() - LONGEST_END));
      String text = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
      return text.strip().substring(text.strip().lastIndexOf('\n') + 1);
    }
  }

  /** Whether the journal has this row; before the first, whether the terms are these. */
  static boolean isIn(Connection connection, Head head) throws SQLException {
    if (head.number() == 0) {
      return Rows.opened(connection).hash().equals(head.hash());
    }
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from event where number = ? and hash = ?")) {
      query.setLong(1, head.number());
      query.setString(2, head.hash());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /**
   * The terms with which the vault was opened; later versions are rows of the journal.
   *
   * @throws StoreFailure if there are none
   */
  Terms readTerms() throws IOException {
    if (!Files.exists(termsFile())) {
      throw new StoreFailure("there is no backup in " + folder + "\nMaybe name another folder");
    }
    return Terms.parse(Files.readString(termsFile(), StandardCharsets.UTF_8));
  }

  private Path termsFile() {
    return folder.resolve("terms.1.txt");
  }

  private void writeTerms(Terms terms) throws IOException {
    String text = terms.toText();
    if (!Files.exists(termsFile())) {
      keep(termsFile(), out -> out.write(text));
    } else if (!Files.readString(termsFile(), StandardCharsets.UTF_8).equals(text)) {
      throw new StoreFailure(
          "the backup in %s has other terms than the vault".formatted(folder)
              + "\nMaybe it is another vault's: name another folder");
    }
  }

  /** Files of rows, in their order. */
  private List<Path> listRows() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName() != null)
          .filter(file -> String.valueOf(file.getFileName()).matches("rows\\.\\d+-\\d+\\.txt"))
          .sorted()
          .toList();
    }
  }

  private interface Writing {
    void write(Writer out) throws IOException, SQLException;
  }

  /** Gives a file its name once it is whole and on disk. */
  private void keep(Path file, Writing writing) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + PARTIAL);
    Files.deleteIfExists(partial);
    Files.createFile(partial, OWNER_ALONE);
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE);
        Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
      writing.write(out);
      out.flush();
      channel.force(true);
    } catch (SQLException e) {
      throw new StoreFailure("the journal could not be read: " + e.getMessage(), e);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel place = FileChannel.open(folder, StandardOpenOption.READ)) {
      place.force(true);
    }
  }

  private void write(Connection connection, long after) throws IOException, SQLException {
    for (long from = after + 1; ; from += ROWS_A_FILE) {
      long last = last(connection, from);
      if (last < from) {
        return;
      }
      long begin = from;
      keep(
          folder.resolve("rows.%012d-%012d.txt".formatted(from, last)),
          out -> write(connection, begin, last, out));
    }
  }

  private static long last(Connection connection, long from) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select max(number) from event where number < ?")) {
      query.setLong(1, from + ROWS_A_FILE);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  private static void write(Connection connection, long from, long last, Writer out)
      throws IOException, SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select number, at, actor, hash, content from event where number between ? and ?"
                + " order by number")) {
      query.setFetchSize(FETCH);
      query.setLong(1, from);
      query.setLong(2, last);
      String end = "";
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String at = rows.getTimestamp("at").toInstant().toString();
          String hash = rows.getString("hash");
          out.write(
              "row %d %s %s %s\n%s\n"
                  .formatted(
                      rows.getLong("number"),
                      at,
                      rows.getString("actor"),
                      hash,
                      rows.getString("content")));
          end = "end %d %s %s\n".formatted(rows.getLong("number"), at, hash);
        }
      }
      out.write(end);
    }
  }

  /**
   * Reads every row in order, until {@code taking} has enough.
   *
   * @throws StoreFailure naming file and row, if one cannot be read or is missing
   */
  void read(Taking taking) throws IOException, SQLException {
    long number = 0;
    for (Path file : listRows()) {
      boolean hasEnd = false;
      try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        Optional<Row> row = Optional.empty();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("end ")) {
            hasEnd = true;
            break;
          }
          row = Optional.of(parse(file, number + 1, line, lines));
          number++;
          if (!taking.take(row.get())) {
            return;
          }
        }
      }
      if (!hasEnd) {
        throw new StoreFailure(
            "%s ends after row %d without saying so".formatted(file, number)
                + "\nMaybe it was cut off: take it from another copy");
      }
    }
  }

  private static Row parse(Path file, long number, String head, BufferedReader lines)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
      text.append(line).append('\n');
    }
    String[] words = head.split(" ", -1);
    try {
      if (words.length != 5 || !words[0].equals("row") || Long.parseLong(words[1]) != number) {
        throw new IllegalArgumentException("'" + head + "' does not begin it");
      }
      return new Row(
          number,
          Instant.parse(words[2]),
          Actor.parse(words[3]),
          words[4],
          Event.parse(text.toString()));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new StoreFailure(
          "%s: row %d cannot be read: %s".formatted(file, number, e.getMessage())
              + "\nMaybe a file is missing or was changed: take it from another copy",
          e);
    }
  }
}
