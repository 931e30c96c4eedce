package org.plimsoll.sources.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Fact;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/**
 * The registers of facts, joined with what people wrote about them: which product a project makes,
 * how the market reads a control, when a promise was kept.
 *
 * @param projects in file order
 * @param exportControls in file order
 * @param commitments in file order
 * @param partners in file order
 * @param facts price and policy facts in file order
 */
public record Registers(
    List<Project> projects,
    List<ExportControl> exportControls,
    List<Commitment> commitments,
    List<Partner> partners,
    List<Fact> facts) {
  static final String EDITION = "2026-12-01";

  /** What people wrote about a project. */
  private record Placed(
      String project,
      CountryCode country,
      ProductId product,
      List<ProductId> orProducts,
      java.util.OptionalDouble tonnes,
      String note) {}

  private record Read(String control, ExportControl.Effect effect) {}

  /**
   * Reads all registers.
   *
   * @param policy folder of the registers
   * @param facts folder of further dated facts
   * @param hand folder of what people wrote
   */
  public static Loaded<Registers> read(Path policy, Path facts, Path hand, Areas areas) {
    Files files = new Files();
    Map<String, Placed> placed =
        files.byKey(
            hand,
            "project_products.csv",
            "project,country,product,or_products,tonnes,note",
            Registers::placed,
            Placed::project);
    Map<String, List<Read>> effects =
        files
            .rows(
                hand,
                "control_effects.csv",
                "control,products,from,to,in_base,licensed_share_low,licensed_share,"
                    + "licensed_share_high,already_taken_share_low,already_taken_share,"
                    + "already_taken_share_high,quota_tonnes,source,grade,status,note",
                Registers::effect)
            .stream()
            .collect(Collectors.groupingBy(Read::control, TreeMap::new, Collectors.toList()));
    List<Fact> dated =
        new ArrayList<>(
            files.rows(
                policy,
                "price_facts.csv",
                "id,material,date,price_low,unit,source_url",
                Registers::priceFact));
    dated.addAll(
        files.rows(
            facts,
            "policy_facts.csv",
            "topic,date,fact,value,unit,source,evidence",
            Registers::policyFact));
    dated.addAll(
        files.rows(
            policy,
            "news-2026.csv",
            "id,date,parties,instrument,commitment_paraphrase,status,source_url,source_quality,"
                + "verification,kind,single_source",
            Registers::news));
    List<ExportControl> controls =
        new ArrayList<>(
            files.rows(
                policy,
                "export_controls.csv",
                "id,issuer,minerals,target,status,source_url",
                row -> control(row, effects.getOrDefault(row.text("id"), List.of()))));
    controls.addAll(
        files.rows(
            policy,
            "news-2026-export-controls.csv",
            "id,issuer,minerals,target,status,source_url,effect_note,verification",
            row -> newControl(row, effects.getOrDefault(row.text("id"), List.of()))));
    Registers registers =
        new Registers(
            files.rows(
                policy,
                "projects.csv",
                "id,project,country,mineral,capacity_tpy,source_url",
                row -> project(row, Optional.ofNullable(placed.get(row.text("id"))), areas)),
            List.copyOf(controls),
            joined(
                files.rows(
                    policy,
                    "commitments.csv",
                    "id,date,parties,deadline,status,source_url",
                    Registers::commitment),
                Milestone.read(files, hand)),
            Framework.partners(files, policy, hand),
            List.copyOf(dated));
    files.expectIn(
        "projects.csv",
        ids(registers.projects(), Project::id),
        "project_products.csv",
        placed.keySet());
    files.expectIn(
        "export_controls.csv",
        ids(registers.exportControls(), ExportControl::id),
        "control_effects.csv",
        effects.keySet());
    return files.loaded(registers);
  }

  private static <T> List<T> joined(List<T> register, List<T> hand) {
    return Stream.concat(register.stream(), hand.stream()).toList();
  }

  private static <T> Set<String> ids(List<T> rows, Function<T, String> idOf) {
    return rows.stream().map(idOf).collect(Collectors.toSet());
  }

  /** Keeps the issues of all files read. */
  static final class Files {
    private final List<Issue> issues = new ArrayList<>();
    private RowCount count = RowCount.NONE;

    <T> List<T> rows(Path folder, String file, String header, Function<Row, T> toRecord) {
      return keep(csv(file, header).read(folder.resolve(file), toRecord));
    }

    /** A file with these columns among others. */
    private static CsvFile csv(String file, String header) {
      return CsvFile.withAtLeast(file, List.of(header.split(",")));
    }

    <T> List<T> keep(Loaded<List<T>> loaded) {
      issues.addAll(loaded.issues());
      count = count.plus(loaded.rows());
      return loaded.value();
    }

    <T> Map<String, T> byKey(
        Path folder,
        String file,
        String header,
        Function<Row, T> toRecord,
        Function<T, String> keyOf) {
      Map<String, T> map = new TreeMap<>();
      keep(csv(file, header).readUnique(folder.resolve(file), toRecord, keyOf))
          .forEach(value -> map.put(keyOf.apply(value), value));
      return map;
    }

    /** Refuses what people wrote about a row that no register has. */
    void expectIn(String register, Set<String> ids, String file, Set<String> named) {
      // A row that was refused is missed as well; its own error is enough.
      boolean isWhole = issues.stream().noneMatch(Issue::isError);
      for (String id : named) {
        if (isWhole && !ids.contains(id)) {
          issues.add(
              Issue.error(
                  Place.ofFile(file),
                  "no row of " + register + " is called '" + id + "'",
                  "correct the identifier, or take the row out"));
        }
      }
    }

    Loaded<Registers> loaded(Registers registers) {
      return new Loaded<>(registers, issues, count);
    }
  }

  private static Placed placed(Row row) {
    return new Placed(
        row.text("project"),
        row.parsed("country", CountryCode::of),
        row.parsed("product", ProductId::parse),
        row.findText("or_products").isEmpty() ? List.of() : products(row, "or_products"),
        row.findNumber("tonnes"),
        row.text("note"));
  }

  private static List<ProductId> products(Row row, String name) {
    return row.built(
        name, () -> Arrays.stream(row.text(name).split(";")).map(ProductId::parse).toList());
  }

  private static Read effect(Row row) {
    return new Read(
        row.text("control"),
        new ExportControl.Effect(
            products(row, "products"),
            new Parties(List.of(row.text("from"))),
            new Parties(row.findText("to").map(List::of).orElse(List.of())),
            switch (row.text("in_base")) {
              case "no" -> ExportControl.InBase.NO;
              case "partly" -> ExportControl.InBase.PARTLY;
              case "yes" -> ExportControl.InBase.YES;
              default -> throw row.refuse("in_base", "not no, partly or yes", "write no");
            },
            share(row, "licensed_share"),
            share(row, "already_taken_share"),
            row.findNumber("quota_tonnes"),
            provenance(row)));
  }

  private static Optional<Interval> share(Row row, String name) {
    return row.findText(name).isEmpty()
        ? Optional.empty()
        : Optional.of(
            row.built(
                name,
                () ->
                    new Interval(
                        row.number(name + "_low"), row.number(name), row.number(name + "_high"))));
  }

  private static Project project(Row row, Optional<Placed> placed, Areas areas) {
    Optional<CountryCode> country =
        placed
            .map(Placed::country)
            .or(() -> areas.findCode(row.text("country")).map(CountryCode::of));
    return new Project(
        row.text("id"),
        row.text("project"),
        row.text("operator"),
        country,
        row.text("mineral"),
        row.text("stage"),
        placed.map(Placed::product),
        placed.map(Placed::orProducts).orElse(List.of()),
        placed.map(Placed::tonnes).orElse(java.util.OptionalDouble.empty()),
        placed.map(Placed::note).orElse(row.optionalText("capacity_note")),
        row.findNumber("capex_usd_m"),
        row.findText("start_year").isPresent()
            ? OptionalInt.of(row.integer("start_year"))
            : OptionalInt.empty(),
        row.optionalText("status"),
        row.optionalText("support_and_offtake"),
        row.text("source_url"),
        row.optionalText("verification"),
        registered(row, "projects", Grade.B));
  }

  private static ExportControl control(Row row, List<Read> effects) {
    return control(
        row, effects, row.text("source_url"), registered(row, "export_controls", Grade.B));
  }

  /** An act found in the news: its page was mostly not opened, and may tell of a known event. */
  private static ExportControl newControl(Row row, List<Read> effects) {
    return control(
        row,
        effects,
        row.optionalText("source_url"),
        reported(
            row,
            "news-2026-export-controls",
            Grade.C,
            Status.REPORTED,
            row.optionalText("effect_note")));
  }

  private static ExportControl control(
      Row row, List<Read> effects, String url, Provenance provenance) {
    return new ExportControl(
        row.text("id"),
        row.text("issuer"),
        row.optionalText("date_announced"),
        row.optionalText("date_effective"),
        row.optionalText("measure_ref"),
        row.text("measure_type"),
        row.optionalText("minerals"),
        row.optionalText("target"),
        row.text("status"),
        row.findText("suspended_until"),
        effects.stream().map(Read::effect).toList(),
        url,
        provenance);
  }

  /**
   * What the news said, with its mark: where nobody found an outcome, or two sources contradict one
   * another, it is open, and what one source alone says stays so.
   */
  private static Fact news(Row row) {
    String status = row.optionalText("status");
    boolean isOpen =
        row.text("kind").equals("not_found")
            || status.startsWith("UNKNOWN")
            || status.contains("DISPUTED")
            || status.startsWith("open");
    return new Fact(
        row.text("id"),
        row.text("date"),
        (row.text("instrument")
                + row.findText("commitment_paraphrase").map(text -> ": " + text).orElse("")
                + (status.isEmpty() ? "" : " (" + status + ")"))
            .strip(),
        row.optionalText("source_url"),
        reported(
            row,
            "news-2026",
            row.optionalText("source_quality").matches("[AB].*") ? Grade.B : Grade.C,
            isOpen ? Status.UNKNOWN : Status.REPORTED,
            row.optionalText("single_source").equals("yes") ? "single source" : ""));
  }

  private static Commitment commitment(Row row) {
    return new Commitment(
        row.text("id"),
        row.text("date"),
        row.text("parties"),
        row.text("instrument"),
        row.optionalText("binding"),
        row.text("commitment_paraphrase"),
        row.findText("deadline"),
        row.optionalText("deadline_basis"),
        row.text("status"),
        row.findText("status_date"),
        row.text("source_url"),
        row.optionalText("verification"),
        registered(row, "commitments", Grade.B));
  }

  /** Where a row that people wrote was read. */
  static Provenance provenance(Row row) {
    return new Provenance(
        row.parsed("source", Source::parse),
        row.parsed("grade", Grade::valueOf),
        row.parsed("status", Status::parse),
        row.optionalText("note"));
  }

  private static Fact priceFact(Row row) {
    String low = row.optionalText("price_low");
    String high = row.optionalText("price_high");
    return new Fact(
        row.text("id"),
        row.optionalText("date"),
        String.join(
                " ",
                row.text("material"),
                row.optionalText("form_spec"),
                row.optionalText("location_basis"),
                low.equals(high) || high.isEmpty() ? low : low + " to " + high,
                row.optionalText("unit"),
                "(" + row.optionalText("price_type") + ", " + row.optionalText("source_name") + ")",
                row.optionalText("note"))
            .strip(),
        row.text("source_url"),
        registered(row, "price_facts", Grade.B));
  }

  private static Fact policyFact(Row row) {
    return new Fact(
        "Q%03d".formatted(row.line() - 1),
        row.optionalText("date"),
        String.join(
                " ",
                row.text("topic") + ":",
                row.text("fact"),
                row.optionalText("value"),
                row.optionalText("unit"))
            .strip(),
        row.text("source"),
        new Provenance(
            new Source("registers", EDITION, "policy_facts row " + row.line()),
            Grade.B,
            Status.REPORTED,
            row.text("evidence")));
  }

  private static Provenance registered(Row row, String register, Grade grade) {
    return reported(row, register, grade, Status.REPORTED, "");
  }

  private static Provenance reported(
      Row row, String register, Grade grade, Status status, String remark) {
    String mark = row.optionalText("verification");
    return new Provenance(
        new Source("registers", EDITION, register + " " + row.text("id")),
        grade,
        status,
        mark + (mark.isEmpty() || remark.isEmpty() ? "" : "; ") + remark);
  }
}
