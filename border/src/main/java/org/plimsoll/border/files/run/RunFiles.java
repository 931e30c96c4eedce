package org.plimsoll.border.files.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plimsoll.border.files.bills.MaterialRows;
import org.plimsoll.border.files.table.Fingerprint;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.levy.QuotaLedger;

/**
 * Results and rejects of a run being written, and how far it has come. A thread of its own waits
 * for the disk, so that the run does not.
 */
final class RunFiles implements Closeable {
  private final Path folder;
  private final FileChannel results;
  private final FileChannel rejects;
  private final Progress progress;
  private final QuotaLedger quotas;
  private final long often;
  private long saved;
  private final ExecutorService saver = Executors.newSingleThreadExecutor();
  private Future<String> saving = CompletableFuture.completedFuture("");

  private RunFiles(
      Path folder,
      FileChannel results,
      FileChannel rejects,
      Progress progress,
      QuotaLedger quotas,
      long often) {
    this.folder = folder;
    this.results = results;
    this.rejects = rejects;
    this.progress = progress;
    this.quotas = quotas;
    this.often = often;
    saved = progress.records();
  }

  /**
   * Opens both files where the progress says that they end, and cuts off what is behind.
   *
   * @param often records after which the run is written down
   * @throws UnreadableInput if a file is another's, or has lost something
   */
  static RunFiles open(Path folder, Progress progress, QuotaLedger quotas, long often)
      throws IOException {
    FileChannel results =
        open(folder.resolve(AssessRun.RESULTS), BatchWork.resultsHeader(), progress.resultBytes());
    try {
      FileChannel rejects =
          open(
              folder.resolve(AssessRun.REJECTS), BatchWork.rejectsHeader(), progress.rejectBytes());
      return new RunFiles(folder, results, rejects, progress, quotas, often);
    } catch (IOException e) {
      results.close();
      throw e;
    }
  }

  private static FileChannel open(Path file, String header, long length) throws IOException {
    // What a run left that was stopped before it wrote down anything is cut off, and no more.
    if (length == 0 && Files.exists(file) && !Fingerprint.begins(file, header)) {
      throw new UnreadableInput(
          "%s is there already, and was not written by a run".formatted(file)
              + "\nMaybe name another folder with --out, or move it away");
    }
    FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (out.size() < length) {
      out.close();
      throw new UnreadableInput(
          "%s has lost what an earlier run wrote: it should have %d bytes at least"
              .formatted(file, length));
    }
    out.truncate(length);
    out.position(length);
    return out;
  }

  private static void write(FileChannel out, ByteBuffer left) throws IOException {
    while (left.hasRemaining()) {
      out.write(left);
    }
  }

  /** Writes the headers, unless an earlier run has. */
  void begin(MaterialRows bills) throws IOException {
    if (progress.resultBytes() == 0) {
      byte[] first = BatchWork.resultsHeader().getBytes(StandardCharsets.UTF_8);
      byte[] other = BatchWork.rejectsHeader().getBytes(StandardCharsets.UTF_8);
      write(results, ByteBuffer.wrap(first));
      write(rejects, ByteBuffer.wrap(other));
      progress.begin(first.length, other.length);
    }
    progress.count(bills);
  }

  /** Writes what was done, and now and then how far the run has come. */
  void take(BatchWork.Done done) throws IOException {
    write(results, done.results().toBuffer());
    write(rejects, done.rejects().toBuffer());
    progress.count(done);
    if (progress.records() - saved >= often) {
      save();
      saved = progress.records();
    }
  }

  void complete() throws IOException {
    progress.complete();
    save();
    awaitSaved();
  }

  /**
   * Begins to write down how far the run has come; it is at most one such step behind. What the
   * text counts is in the files already, and is on the disk before the text is.
   */
  private void save() throws IOException {
    awaitSaved();
    String text = progress.toText(quotas);
    saving =
        saver.submit(() -> {
          results.force(false);
          rejects.force(false);
          Progress.replace(folder, text);
          return text;
        });
  }

  private void awaitSaved() throws IOException {
    try {
      saving.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    // What is being saved ends first: it needs the files.
    saver.close();
    try (results) {
      rejects.close();
    }
  }
}
