package org.plimsoll.sources.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.EvidenceDraft;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.Sha256;

/**
 * Stamps anew what people may change without building the figures again: registers, which they edit
 * in the pack, and tables that the build copies from {@code hand}. Whatever else differs from the
 * manifest is refused, since the figures would not be those of the rules beside them.
 */
final class Restamp {
  /** Tables that are edited where they stand. */
  private static final Set<String> REGISTERS =
      names(
          RegisterTables.PROJECTS,
          RegisterTables.EXPORT_CONTROLS,
          RegisterTables.CONTROL_EFFECTS,
          RegisterTables.COMMITMENTS,
          RegisterTables.PARTNERS,
          RegisterTables.FACTS);

  /** Tables of which {@code hand} holds every row. */
  private static final Set<String> COPIED =
      names(
          VolumeTables.PRICE_HISTORY,
          WordTables.VALUATIONS,
          WordTables.RATES,
          WordTables.LIMITS,
          UseTables.BILLS_OF_MATERIALS,
          UseTables.PRODUCT_VOLUMES,
          ResilienceTables.STORAGE,
          ResilienceTables.PROJECT_COSTS,
          ResilienceTables.STOCKPILES,
          ResilienceTables.DISRUPTIONS,
          ResilienceTables.DISRUPTION_RATES,
          DevelopmentTables.COMMITMENT_DATES,
          DevelopmentTables.COMMITMENT_EVENTS,
          DevelopmentTables.CONTROL_CHANGES,
          DevelopmentTables.CONTROL_SCOPES,
          DevelopmentTables.PARTY_NAMES,
          DevelopmentTables.PROJECT_TIES);

  /** Files of {@code hand} that no table is made of. */
  private static final Set<String> READ_LATER =
      Set.of(
          "challenges.csv",
          "control_events.csv",
          "episodes.csv",
          "price_quotes.csv",
          "reference_rules.csv",
          "risk_figures.csv");

  private final Path world;
  private final Path hand;
  private final List<Issue> issues = new ArrayList<>();

  Restamp(Path world, Path hand) {
    this.world = world;
    this.hand = hand;
  }

  private static Set<String> names(Table<?>... tables) {
    Set<String> names = new TreeSet<>();
    for (Table<?> table : tables) {
      names.add(table.fileName());
    }
    return names;
  }

  /**
   * The files whose hash in the manifest is another now, in order; none, with issues, if refused.
   */
  Loaded<List<String>> run() throws IOException {
    Loaded<StampedWorld> opened = Pack.open(world);
    if (opened.hasErrors()) {
      return opened.map(none -> List.of());
    }
    Loaded<SortedMap<String, String>> built = Manifest.readHashes(world);
    if (built.hasErrors()) {
      return built.map(none -> List.of());
    }
    PackStamp.of(hashes(opened.value().stamp()), built.value()).differing().forEach(this::judge);
    Evidence evidence = opened.value().evidence();
    Loaded<Evidence> written = HandTables.read(hand, known(evidence));
    issues.addAll(written.issues().stream().filter(Issue::isError).toList());
    Evidence changed = withCopied(evidence, written.value());
    issues.addAll(new WholeChecks(changed, this::fileOf).listIssues());
    return new Loaded<>(
        issues.isEmpty() ? write(changed, built.value()) : List.of(), issues, written.rows());
  }

  /** Those of the pack as read, and of the rules that are to be stamped. */
  private SortedMap<String, String> hashes(PackStamp stamp) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>(stamp.sha256());
    hashes.keySet().removeIf(name -> name.startsWith(PackStamp.HAND));
    Manifest.rules(hand).forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
    return hashes;
  }

  private void judge(String name) {
    boolean isRule = name.startsWith(PackStamp.HAND);
    String file = isRule ? name.substring(PackStamp.HAND.length()) : name;
    boolean mayChange =
        isRule ? COPIED.contains(file) || READ_LATER.contains(file) : REGISTERS.contains(file);
    if (!mayChange) {
      issues.add(
          Issue.error(
              Place.ofFile(world.resolve(name).toString()),
              "the file is not the one that was built, and is no register",
              COPIED.contains(file)
                  ? "put the change into " + hand.resolve(file)
                  : "build the world with --from, or put the file back"));
    }
  }

  /** A table that nobody wrote by hand stays as it is in the pack. */
  private Evidence withCopied(Evidence evidence, Evidence written) {
    return evidence.with(draft -> {
      for (Bound<?> bound : Pack.TABLES) {
        String file = bound.table().fileName();
        if (COPIED.contains(file) && Files.exists(hand.resolve(file))) {
          copy(bound, written, draft);
        }
      }
    });
  }

  private static <T> void copy(Bound<T> bound, Evidence from, EvidenceDraft to) {
    bound.set().accept(to, bound.rows().apply(from));
  }

  private List<String> write(Evidence evidence, SortedMap<String, String> built)
      throws IOException {
    SortedMap<String, byte[]> texts = new TreeMap<>();
    for (Bound<?> bound : Pack.TABLES) {
      String file = bound.table().fileName();
      if (REGISTERS.contains(file) || COPIED.contains(file)) {
        texts.put(file, bound.print(evidence).getBytes(StandardCharsets.UTF_8));
      }
    }
    for (Map.Entry<String, byte[]> text : texts.entrySet()) {
      Files.write(world.resolve(text.getKey()), text.getValue());
    }
    SortedMap<String, String> stamped = new TreeMap<>(built);
    stamped.keySet().removeIf(name -> name.startsWith(PackStamp.HAND));
    texts.forEach((name, bytes) -> stamped.put(name, Sha256.of(bytes)));
    Manifest.rules(hand).forEach((name, bytes) -> stamped.put(name, Sha256.of(bytes)));
    new Manifest(evidence.asOf().toString(), stamped).write(world);
    return stamped.keySet().stream()
        .filter(name ->
            !Optional.ofNullable(stamped.get(name)).equals(Optional.ofNullable(built.get(name))))
        .toList();
  }

  private static HandTables.Known known(Evidence evidence) {
    return new HandTables.Known(
        ids(evidence.datasets(), Evidence.Dataset::id),
        ids(evidence.countries(), country -> country.code().alpha3()),
        ids(evidence.territories(), Evidence.Territory::id),
        ids(evidence.commodities(), Commodity::id),
        ids(evidence.products(), product -> product.id().toString()),
        ids(evidence.projects(), Project::id),
        ids(evidence.exportControls(), ExportControl::id),
        ids(evidence.commitments(), Commitment::id));
  }

  private static <T> Set<String> ids(List<T> rows, Function<T, String> idOf) {
    return rows.stream().map(idOf).collect(Collectors.toSet());
  }

  private String fileOf(Table<?> table) {
    return world.resolve(table.fileName()).toString();
  }
}
