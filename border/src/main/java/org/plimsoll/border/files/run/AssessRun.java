package org.plimsoll.border.files.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.plimsoll.border.files.bills.BillSorting;
import org.plimsoll.border.files.bills.MaterialRows;
import org.plimsoll.border.files.bills.SortedBills;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.input.EntrySource;
import org.plimsoll.border.files.input.Records;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.files.table.Fingerprint;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.files.table.UnreadableRecord;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.QuotaLedger;
import org.plimsoll.border.levy.QuotaYear;
import org.plimsoll.border.levy.ScheduleBook;

/**
 * Runs over a file of entries, batch by batch, and writes results and rejects in the order of the
 * file. Memory is bounded whatever the file holds. A run that was stopped goes on where it was, and
 * one that is complete does nothing, so that no line is ever levied twice.
 */
public final class AssessRun {
  /** The results in the folder of a run. */
  public static final String RESULTS = "results.csv";

  /** The lines that were refused, with place and reason. */
  public static final String REJECTS = "rejects.csv";

  /** Rows of bills of materials that were refused, with place and reason. */
  public static final String MATERIAL_REJECTS = MaterialRows.REJECTS;

  /** Records after which the run is written down, unless asked otherwise. */
  public static final long OFTEN = 200_000;

  /** In the folder of a run, and locked while it is written; empty. */
  private static final String LOCK = ".lock";

  private final ScheduleBook book;
  private final Optional<Path> materials;
  private final Optional<Path> opening;
  private final int threads;
  private final long often;

  /**
   * A run to be.
   *
   * @param book the law
   * @param threads that assess; lines with a quota are assessed by one, in their order
   * @param often records after which the run is written down
   */
  public AssessRun(ScheduleBook book, int threads, long often) {
    this(book, Optional.empty(), Optional.empty(), book.hasQuotas() ? 1 : threads, often);
  }

  private AssessRun(
      ScheduleBook book,
      Optional<Path> materials,
      Optional<Path> opening,
      int threads,
      long often) {
    this.book = book;
    this.materials = materials;
    this.opening = opening;
    this.threads = threads;
    this.often = often;
  }

  /** Whether a folder holds a run, complete or stopped. */
  public static boolean isBegun(Path folder) {
    return Files.exists(folder.resolve(Progress.NAME));
  }

  /** The same with bills of materials, by which lines may claim their origin. */
  public AssessRun withMaterials(Path bills) {
    return new AssessRun(book, Optional.of(bills), opening, threads, often);
  }

  /** The same with quotas of which earlier runs have taken: a {@link QuotaFile} of the last one. */
  public AssessRun withQuotas(Path balances) {
    return new AssessRun(book, materials, Optional.of(balances), threads, often);
  }

  /**
   * What came of it.
   *
   * @param totals lines, content, value, duties, levies
   * @param quotasTaken by then, with what earlier runs had taken, in micrograms
   * @param resumedAt records that an earlier run had done; 0 if there was none
   * @param materials rows of bills of materials
   */
  public record Report(
      Totals totals,
      SortedMap<QuotaYear, Long> quotasTaken,
      long resumedAt,
      MaterialRows materials) {}

  /**
   * Assesses everything that is not yet.
   *
   * @throws UnreadableInput if the input is no file of entries, or the folder holds another run, or
   *     another run is writing it
   * @throws IOException if a disk fails: run again, it goes on
   */
  public Report run(EntryInput input, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = lock(channel, folder)) {
      return runAlone(input, folder);
    } catch (UnreadableRecord e) {
      throw new UnreadableInput(input.name() + " " + e.reason(), e);
    }
  }

  /** The lock is the operating system's, so it dies with its process. */
  private static FileLock lock(FileChannel channel, Path folder) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      lock = null;
    }
    if (lock == null) {
      throw new UnreadableInput(
          "another run is writing "
              + folder
              + "\nMaybe wait for it to end, or name another folder with --out");
    }
    return lock;
  }

  private Report runAlone(EntryInput input, Path folder) throws IOException {
    Progress progress =
        Progress.read(
            folder,
            new Progress.Began(
                input.fingerprint(),
                ScheduleFile.fingerprint(book),
                fingerprint(materials),
                fingerprint(opening)));
    long resumedAt = progress.records();
    QuotaLedger quotas = openQuotas();
    if (progress.isComplete()) {
      requireSameAgain(input, folder, progress);
    } else {
      if (resumedAt > 0) {
        quotas.restore(progress.quotas());
      }
      try (SortedBills bills = openMaterials(folder);
          EntrySource source = input.open();
          FileChannel results =
              open(folder.resolve(RESULTS), BatchWork.resultsHeader(), progress.resultBytes());
          FileChannel rejects =
              open(folder.resolve(REJECTS), BatchWork.rejectsHeader(), progress.rejectBytes())) {
        skip(source, folder, progress);
        if (progress.resultBytes() == 0) {
          byte[] first = BatchWork.resultsHeader().getBytes(StandardCharsets.UTF_8);
          byte[] other = BatchWork.rejectsHeader().getBytes(StandardCharsets.UTF_8);
          write(results, ByteBuffer.wrap(first));
          write(rejects, ByteBuffer.wrap(other));
          progress.begin(first.length, other.length);
        }
        progress.count(bills.count());
        run(
            new LevyEngine(book, bills),
            input.name(),
            source,
            new Out(folder, results, rejects, progress, quotas, often));
      }
    }
    if (book.hasQuotas()) {
      QuotaFile.write(folder.resolve(QuotaFile.NAME), progress.quotas());
    }
    return new Report(progress.totals(), progress.quotas(), resumedAt, progress.materialRows());
  }

  /** A pipe has no fingerprint, so one that is given after a run was complete is read through. */
  private static void requireSameAgain(EntryInput input, Path folder, Progress progress)
      throws IOException {
    if (input.isPipe()) {
      try (EntrySource source = input.open()) {
        skip(source, folder, progress);
        requireSame(!source.next(new Records()), folder);
      }
    }
  }

  private static void skip(EntrySource source, Path folder, Progress progress) throws IOException {
    requireSame(source.skip(progress.records(), progress.seen()), folder);
  }

  private static void requireSame(boolean isSame, Path folder) throws UnreadableInput {
    Progress.require(isSame, folder, "other entries");
  }

  private static String fingerprint(Optional<Path> file) throws IOException {
    return file.isPresent() ? Fingerprint.ofWhole(file.get()) : Progress.NONE;
  }

  private QuotaLedger openQuotas() throws IOException {
    QuotaLedger quotas = new QuotaLedger();
    if (opening.isPresent()) {
      quotas.restore(QuotaFile.read(opening.get(), book));
    }
    return quotas;
  }

  private SortedBills openMaterials(Path folder) throws IOException {
    return materials.isPresent() ? BillSorting.open(materials.get(), folder) : SortedBills.none();
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

  /** Where batches go, and how far they have come. */
  private static final class Out {
    private final Path folder;
    private final FileChannel results;
    private final FileChannel rejects;
    private final Progress progress;
    private final QuotaLedger quotas;
    private final long often;
    private long saved;

    Out(
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

    QuotaLedger quotas() {
      return quotas;
    }

    /** Writes what was done, and now and then how far the run has come. */
    void take(BatchWork.Done done) throws IOException {
      AssessRun.write(results, done.results().toBuffer());
      AssessRun.write(rejects, done.rejects().toBuffer());
      progress.count(done);
      if (progress.records() - saved >= often) {
        save();
        saved = progress.records();
      }
    }

    void complete() throws IOException {
      progress.complete();
      save();
    }

    private void save() throws IOException {
      results.force(false);
      rejects.force(false);
      progress.write(folder, quotas);
    }
  }

  private void run(LevyEngine engine, String name, EntrySource source, Out out) throws IOException {
    if (threads == 1) {
      runInOrder(engine, name, source, out);
    } else {
      runTogether(engine, name, source, out);
    }
    out.complete();
  }

  private static void runInOrder(LevyEngine engine, String name, EntrySource source, Out out)
      throws IOException {
    BatchWork work = new BatchWork(name, engine, out.quotas(), source.splitter());
    while (source.next(work.records())) {
      out.take(work.run());
    }
  }

  /** Work that a thread has or will have. */
  private record Given(BatchWork work, Future<BatchWork.Done> done) {}

  /** This thread reads and writes, the others assess; batches are written as they were read. */
  private void runTogether(LevyEngine engine, String name, EntrySource source, Out out)
      throws IOException {
    Deque<BatchWork> idle = new ArrayDeque<>();
    for (int i = 0; i < 2 * threads; i++) {
      idle.add(new BatchWork(name, engine, out.quotas(), source.splitter().copy()));
    }
    Deque<Given> pending = new ArrayDeque<>();
    boolean isAtEnd = false;
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      while (!isAtEnd || !pending.isEmpty()) {
        if (isAtEnd || idle.isEmpty()) {
          Given first = pending.remove();
          out.take(get(first.done()));
          idle.add(first.work());
        } else if (source.next(idle.element().records())) {
          BatchWork work = idle.remove();
          pending.add(new Given(work, workers.submit(work::run)));
        } else {
          isAtEnd = true;
        }
      }
    }
  }

  private static BatchWork.Done get(Future<BatchWork.Done> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError full) {
        throw full;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", e);
    }
  }

  /**
   * The lines of an entry with every step; nothing is written. Quotas run from the first line of
   * the file and from their opening balances, as they do in a run.
   *
   * @param entry its id, or id/line
   */
  public List<Explained> explain(EntryInput input, String entry) throws IOException {
    if (materials.isEmpty()) {
      return explain(input, entry, new LevyEngine(book));
    }
    Path aside = Files.createTempDirectory("plimsoll-materials");
    try (SortedBills bills = BillSorting.open(materials.get(), aside)) {
      return explain(input, entry, new LevyEngine(book, bills));
    } finally {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(aside)) {
        for (Path file : left) {
          Files.delete(file);
        }
      }
      Files.delete(aside);
    }
  }

  private List<Explained> explain(EntryInput input, String entry, LevyEngine engine)
      throws IOException {
    QuotaLedger quotas = openQuotas();
    try (EntrySource source = input.open()) {
      BatchWork work = new BatchWork(input.name(), engine, quotas, source.splitter());
      Explainer explainer = new Explainer(entry, engine, quotas, work);
      List<Explained> found = new ArrayList<>();
      while (source.next(work.records())) {
        found.addAll(explainer.explain());
      }
      return found;
    } catch (UnreadableRecord e) {
      throw new UnreadableInput(input.name() + " " + e.reason(), e);
    }
  }
}
