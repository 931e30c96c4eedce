package org.plimsoll.app.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.app.answer.Workbook;
import org.plimsoll.planner.plan.ActionPlan;

/**
 * A plan as a folder: {@code plan.json}, {@code plan.html}, {@code tables/*.csv}, {@code
 * tables.xlsx} and {@code manifest.json}. Equal plans from equal inputs give equal bytes, with no
 * time and no path of a machine in any of them.
 */
public final class PlanFolder implements AutoCloseable {
  /** The plan as data. */
  public static final String JSON = "plan.json";

  public static final String PAGE = "plan.html";

  private final FolderSwap swap;

  private PlanFolder(FolderSwap swap) {
    this.swap = swap;
  }

  /**
   * The plan of a folder, or of its {@code plan.json}.
   *
   * @throws IOException if it cannot be read or is no plan of this version
   */
  public static ActionPlan read(Path file) throws IOException {
    return PlanJson.read(Files.readString(Files.isDirectory(file) ? file.resolve(JSON) : file));
  }

  /**
   * Takes a place for a plan before anything is computed, until it is closed or its process ends.
   *
   * @param out absent, empty, or an earlier plan, which is replaced
   * @throws IllegalArgumentException if {@code out} holds anything else, or another run has taken
   *     it
   */
  public static PlanFolder take(Path out) throws IOException {
    FolderSwap.requireReplaceable(out);
    return new PlanFolder(new FolderSwap(out, FolderSwap.Watcher.NONE));
  }

  /**
   * Writes the plan beside its place and renames it whole: the place is at any moment the old plan,
   * the new one, or absent. What a killed run left behind is cleared first.
   *
   * @return the plan with its numbers as they are written
   * @throws IllegalArgumentException if the place has come to hold anything else
   * @throws IOException if the folder cannot be written; an earlier plan is then still there
   */
  public ActionPlan write(ActionPlan plan, PlanInputs inputs) throws IOException {
    String json = PlanJson.write(plan);
    ActionPlan written = PlanJson.read(json);
    swap.write(files(json, written, inputs));
    return written;
  }

  @Override
  public void close() throws IOException {
    swap.close();
  }

  /** Every file by its name in the folder, the manifest among them. */
  static SortedMap<String, byte[]> files(ActionPlan plan, PlanInputs inputs) throws IOException {
    String json = PlanJson.write(plan);
    return files(json, PlanJson.read(json), inputs);
  }

  /**
   * The same of a plan read back from its JSON. A number is rounded there to six digits; the page
   * rounds further from these, so that whoever reads the JSON comes to the same page.
   */
  private static SortedMap<String, byte[]> files(String json, ActionPlan plan, PlanInputs inputs) {
    List<Supplier<Map<String, byte[]>>> parts =
        List.of(
            () -> Map.of(JSON, utf8(json)),
            () -> tables(plan),
            () -> Map.of(PAGE, utf8(PlanPage.render(plan))));
    SortedMap<String, byte[]> files = new TreeMap<>();
    // Side by side: none needs another, and a file's bytes do not depend on who is first.
    for (Map<String, byte[]> made : parts.parallelStream().map(Supplier::get).toList()) {
      files.putAll(made);
    }
    files.put(
        PlanManifest.FILE, PlanManifest.of(plan.frame().asOf().toString(), inputs, files).print());
    return files;
  }

  private static Map<String, byte[]> tables(ActionPlan plan) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<PlanTable> tables = PlanTables.of(plan);
    Map<String, Grid> sheets = new LinkedHashMap<>();
    for (PlanTable table : tables) {
      sheets.put(table.name(), table.grid());
      files.put("tables/" + table.name() + ".csv", utf8(table.grid().csv()));
    }
    files.put("tables.xlsx", Workbook.of(sheets, plan.frame().asOf().toString()));
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
