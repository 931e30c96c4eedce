package org.plimsoll.border.files.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.border.files.bills.MaterialRows;
import org.plimsoll.border.files.input.Records;
import org.plimsoll.border.files.table.Fingerprint;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.levy.QuotaLedger;
import org.plimsoll.border.levy.QuotaYear;

/**
 * How far a run has come: after so many records the results and the rejects are so long, and the
 * totals and what was taken of quotas are these. It is replaced as a whole, after what it counts is
 * on the disk; so a run that was killed goes on from the last of them and cuts off what was written
 * since.
 */
final class Progress {
  /** In place of the fingerprint of a file that was not given. */
  static final String NONE = "none";

  static final String NAME = "progress.tsv";

  /** The line of a run that came to its end. */
  private static final String COMPLETE = "complete\tyes";

  private final Began began;
  private long records;
  private String seen = "";
  private long resultBytes;
  private long rejectBytes;
  private boolean isComplete;
  private MaterialRows materialRows = MaterialRows.NONE;
  private Totals totals = new Totals();
  private SortedMap<QuotaYear, Long> quotas = new TreeMap<>();

  /**
   * What a run began with, and goes on with alone: the {@link Fingerprint} of each.
   *
   * @param input file of entries
   * @param law schedule in all its versions
   * @param materials bills of materials, or {@link #NONE}
   * @param opening balances of quotas, or {@link #NONE}
   */
  record Began(String input, String law, String materials, String opening) {}

  /** Nothing done yet. */
  Progress(Began began) {
    this.began = began;
  }

  /**
   * The progress in a folder, or none yet.
   *
   * @throws UnreadableInput if the folder holds a run that began with anything else
   */
  static Progress read(Path folder, Began began) throws IOException {
    Progress progress = new Progress(began);
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return progress;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      List<String> words = List.of(line.split("\t", 3));
      progress.restore(words.get(0), words.get(1), words.size() > 2 ? words.get(2) : "", folder);
    }
    return progress;
  }

  /** Whether the folder holds a run that came to its end, whatever it began with. */
  static boolean isComplete(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    return Files.exists(file)
        && Files.readAllLines(file, StandardCharsets.UTF_8).contains(COMPLETE);
  }

  /** Where the file of the run broke off. */
  static OptionalLong findBreak(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve(NAME), StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith(Totals.BROKEN))
        .mapToLong(line -> Long.parseLong(line.substring(Totals.BROKEN.length() + 1)))
        .findFirst();
  }

  private void restore(String kind, String value, String key, Path folder) throws IOException {
    switch (kind) {
      case "input" ->
          require(
              value.equals(began.input()),
              folder,
              "another file of entries, or of this one before it was last written to");
      case "law" -> require(value.equals(began.law()), folder, "another schedule");
      case "materials" ->
          require(
              value.equals(began.materials()),
              folder,
              "another file of bills of materials, or none");
      case "opening" ->
          require(
              value.equals(began.opening()), folder, "other opening balances of quotas, or none");
      case "material-rows" ->
          materialRows = new MaterialRows(Long.parseLong(value), Long.parseLong(key));
      case "records" -> records = Long.parseLong(value);
      case "seen" -> seen = value;
      case "results" -> resultBytes = Long.parseLong(value);
      case "rejects" -> rejectBytes = Long.parseLong(value);
      case "complete" -> isComplete = value.equals("yes");
      case "taken" -> quotas.put(QuotaYear.parse(key), Long.parseLong(value));
      default -> totals.restore(kind, value, key);
    }
  }

  static void require(boolean isSame, Path folder, String other) throws UnreadableInput {
    if (!isSame) {
      throw new UnreadableInput(
          folder
              + " holds a run of "
              + other
              + "\nMaybe name another folder with --out, or remove that one");
    }
  }

  long records() {
    return records;
  }

  /** What {@link Records#seen} was behind the last of the records. */
  String seen() {
    return seen;
  }

  long resultBytes() {
    return resultBytes;
  }

  long rejectBytes() {
    return rejectBytes;
  }

  boolean isComplete() {
    return isComplete;
  }

  MaterialRows materialRows() {
    return materialRows;
  }

  Totals totals() {
    return totals;
  }

  /** What was taken of quotas. */
  SortedMap<QuotaYear, Long> quotas() {
    return quotas;
  }

  void count(BatchWork.Done done) {
    records += done.records();
    seen = done.seen();
    resultBytes += done.results().length();
    rejectBytes += done.rejects().length();
    totals.add(done.totals());
  }

  void count(MaterialRows rows) {
    materialRows = rows;
  }

  void begin(int resultsHeader, int rejectsHeader) {
    resultBytes = resultsHeader;
    rejectBytes = rejectsHeader;
  }

  void complete() {
    isComplete = true;
  }

  /** All of it as it is now. */
  String toText(QuotaLedger ledger) {
    StringBuilder text = new StringBuilder();
    text.append("input\t").append(began.input()).append('\n');
    text.append("law\t").append(began.law()).append('\n');
    text.append("materials\t").append(began.materials()).append('\n');
    text.append("opening\t").append(began.opening()).append('\n');
    text.append("material-rows\t").append(materialRows.read()).append('\t');
    text.append(materialRows.refused()).append('\n');
    text.append("records\t").append(records).append('\n');
    text.append("seen\t").append(seen).append('\n');
    text.append("results\t").append(resultBytes).append('\n');
    text.append("rejects\t").append(rejectBytes).append('\n');
    text.append(isComplete ? COMPLETE : "complete\tno").append('\n');
    quotas = ledger.balances();
    quotas.forEach((quota, taken) ->
        text.append("taken\t").append(taken).append('\t').append(quota).append('\n'));
    totals.save(text);
    return text.toString();
  }

  /** Writes a text of {@link #toText} beside the old one, on to the disk, and then in its place. */
  static void replace(Path folder, String text) throws IOException {
    Path next = folder.resolve(NAME + ".new");
    try (FileChannel out =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(
        next,
        folder.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
