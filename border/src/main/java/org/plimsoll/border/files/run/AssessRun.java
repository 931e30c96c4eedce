package org.plimsoll.border.files.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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

  /** Locks that runs of this process hold. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final ScheduleBook book;
  private final Optional<Path> materials;
  private final Optional<Path> opening;
  private final int threads;
  private final long often;
  private final Consumer<Report> watcher;

  /**
   * A run to be.
   *
   * @param book the law
   * @param threads that assess; lines with a quota are assessed by one, in their order
   * @param often records after which the run is written down
   */
  public AssessRun(ScheduleBook book, int threads, long often) {
    this(
        book,
        Optional.empty(),
        Optional.empty(),
        book.hasQuotas() ? 1 : threads,
        often,
        soFar -> {});
  }

  private AssessRun(
      ScheduleBook book,
      Optional<Path> materials,
      Optional<Path> opening,
      int threads,
      long often,
      Consumer<Report> watcher) {
    this.book = book;
    this.materials = materials;
    this.opening = opening;
    this.threads = threads;
    this.often = often;
    this.watcher = watcher;
  }

  /** Whether a folder holds a run, complete or stopped. */
  public static boolean isBegun(Path folder) {
    return Files.exists(folder.resolve(Progress.NAME));
  }

  /** The same with bills of materials, by which lines may claim their origin. */
  public AssessRun withMaterials(Path bills) {
    return new AssessRun(book, Optional.of(bills), opening, threads, often, watcher);
  }

  /** The same with quotas of which earlier runs have taken: a {@link QuotaFile} of the last one. */
  public AssessRun withQuotas(Path balances) {
    return new AssessRun(book, materials, Optional.of(balances), threads, often, watcher);
  }

  /**
   * The same with somebody who looks on.
   *
   * @param watching is given what is written so far behind every batch, and reads it before it
   *     returns, since it goes on changing; what it throws stops the run, which can go on later
   */
  public AssessRun watchedBy(Consumer<Report> watching) {
    return new AssessRun(book, materials, opening, threads, often, watching);
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
    Path file = folder.toRealPath().resolve(LOCK);
    // Asked first: a second opening in this process would free the lock when it is closed.
    if (!HELD.add(file)) {
      throw refused(folder);
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = lock(channel, folder)) {
      return runAlone(input, folder);
    } catch (UnreadableRecord e) {
      throw new UnreadableInput(input.name() + " " + e.reason(), e);
    } finally {
      HELD.remove(file);
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
      throw refused(folder);
    }
    return lock;
  }

  private static UnreadableInput refused(Path folder) {
    return new UnreadableInput(
        "another run is writing "
            + folder
            + "\nMaybe wait for it to end, or name another folder with --out");
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
          RunFiles files = RunFiles.open(folder, progress, quotas, often)) {
        skip(source, folder, progress);
        files.begin(bills.count());
        new BatchFlow(input.name(), new LevyEngine(book, bills), quotas, threads)
            .run(source, files, () -> watcher.accept(report(progress, resumedAt)));
      }
    }
    if (book.hasQuotas() && progress.totals().brokenAfter().isEmpty()) {
      QuotaFile.write(folder.resolve(QuotaFile.NAME), progress.quotas());
    }
    return report(progress, resumedAt);
  }

  private static Report report(Progress progress, long resumedAt) {
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

  /**
   * The lines of an entry.
   *
   * @param lines in the order of the file
   * @param brokenAfter the last line that is whole, if the file breaks off behind it
   */
  public record Explanations(List<Explained> lines, OptionalLong brokenAfter) {
    public Explanations {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Where the file of a run that is complete broke off.
   *
   * @param folder of the run
   * @return the last line that was whole; empty if the file was
   */
  public static OptionalLong findBreak(Path folder) throws IOException {
    return Progress.findBreak(folder);
  }

  /**
   * The lines of an entry with every step; nothing is written. Quotas run from the first line of
   * the file and from their opening balances, as they do in a run.
   *
   * @param entry its id, or id/line
   */
  public Explanations explain(EntryInput input, String entry) throws IOException {
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

  private Explanations explain(EntryInput input, String entry, LevyEngine engine)
      throws IOException {
    QuotaLedger quotas = openQuotas();
    try (EntrySource source = input.open()) {
      Explainer explainer = new Explainer(entry, engine, quotas);
      Records records = new Records();
      List<Explained> found = new ArrayList<>();
      while (source.next(records)) {
        records.split(source.splitter());
        found.addAll(explainer.explain(records));
      }
      return new Explanations(found, explainer.brokenAfter());
    } catch (UnreadableRecord e) {
      throw new UnreadableInput(input.name() + " " + e.reason(), e);
    }
  }
}
