package org.plimsoll.border.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.border.levy.QuotaLedger;

/**
 * How far a run has come: after so many records the results and the rejects are so long, and the
 * totals and quotas are these. It is replaced as a whole, after what it counts is on the disk; so a
 * run that was killed goes on from the last of them and cuts off what was written since.
 */
final class Progress {
  /** In place of the fingerprint of bills of materials. */
  static final String NO_MATERIALS = "none";

  private static final String NAME = "progress.tsv";

  private final String input;
  private final String law;
  private final String materials;
  private long records;
  private long resultBytes;
  private long rejectBytes;
  private boolean isComplete;
  private MaterialRows materialRows = MaterialRows.NONE;
  private Totals totals = new Totals();
  private SortedMap<String, Long> quotas = new TreeMap<>();

  /**
   * Nothing done yet.
   *
   * @param input tells one file of entries from another
   * @param law tells one schedule from another
   * @param materials tells one file of bills of materials from another; {@link #NO_MATERIALS} for
   *     none
   */
  Progress(String input, String law, String materials) {
    this.input = input;
    this.law = law;
    this.materials = materials;
  }

  /**
   * The progress in a folder, or none yet.
   *
   * @throws UnreadableInput if the folder holds the run of another file or another law, or one with
   *     other bills of materials
   */
  static Progress read(Path folder, String input, String law, String materials) throws IOException {
    Progress progress = new Progress(input, law, materials);
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

  private void restore(String kind, String value, String key, Path folder) throws IOException {
    switch (kind) {
      case "input" -> require(value.equals(input), folder, "another file of entries");
      case "law" -> require(value.equals(law), folder, "another schedule");
      case "materials" ->
          require(value.equals(materials), folder, "another file of bills of materials, or none");
      case "material-rows" ->
          materialRows = new MaterialRows(Long.parseLong(value), Long.parseLong(key));
      case "records" -> records = Long.parseLong(value);
      case "results" -> resultBytes = Long.parseLong(value);
      case "rejects" -> rejectBytes = Long.parseLong(value);
      case "complete" -> isComplete = value.equals("yes");
      case "quota" -> quotas.put(key, Long.parseLong(value));
      default -> totals.restore(kind, value, key);
    }
  }

  private static void require(boolean isSame, Path folder, String other) throws IOException {
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

  SortedMap<String, Long> quotas() {
    return quotas;
  }

  void count(int more, int results, int rejects, Totals done) {
    records += more;
    resultBytes += results;
    rejectBytes += rejects;
    totals.add(done);
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

  /** Writes it beside the old one, on to the disk, and then in its place. */
  void write(Path folder, QuotaLedger ledger) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("input\t").append(input).append('\n');
    text.append("law\t").append(law).append('\n');
    text.append("materials\t").append(materials).append('\n');
    text.append("material-rows\t").append(materialRows.read()).append('\t');
    text.append(materialRows.refused()).append('\n');
    text.append("records\t").append(records).append('\n');
    text.append("results\t").append(resultBytes).append('\n');
    text.append("rejects\t").append(rejectBytes).append('\n');
    text.append("complete\t").append(isComplete ? "yes" : "no").append('\n');
    quotas = ledger.balances();
    quotas.forEach((quota, left) ->
        text.append("quota\t").append(left).append('\t').append(quota).append('\n'));
    totals.save(text);
    Path next = folder.resolve(NAME + ".new");
    try (FileChannel out =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
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
