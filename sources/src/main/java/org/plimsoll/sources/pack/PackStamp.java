package org.plimsoll.sources.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.provenance.Sha256;

/**
 * What a world was read from: the hash of each file as it was read, and which of them are not those
 * that the manifest of the build names.
 *
 * @param sha256 by file: tables by name, hand-written rules as {@code hand/name.csv}
 * @param differing files that were changed, added or taken away since the build, in order
 */
public record PackStamp(SortedMap<String, String> sha256, List<String> differing) {
  /** How the names of hand-written rules begin. */
  static final String HAND = "hand/";

  /** Of a world that was not read from files. */
  public static final PackStamp NONE = new PackStamp(new TreeMap<>(), List.of());

  private static final int SHOWN = 4;

  public PackStamp {
    sha256 = Collections.unmodifiableSortedMap(new TreeMap<>(sha256));
    differing = List.copyOf(differing);
  }

  /**
   * Compares what was read with what was built. A pack without its rules, or of a build that did
   * not hash them, has nothing to compare there.
   */
  static PackStamp of(SortedMap<String, String> read, SortedMap<String, String> built) {
    TreeSet<String> names = new TreeSet<>(read.keySet());
    names.addAll(built.keySet());
    boolean comparesRules =
        read.keySet().stream().anyMatch(name -> name.startsWith(HAND))
            && built.keySet().stream().anyMatch(name -> name.startsWith(HAND));
    List<String> differing = new ArrayList<>();
    for (String name : names) {
      if ((comparesRules || !name.startsWith(HAND))
          && !Optional.ofNullable(read.get(name)).equals(Optional.ofNullable(built.get(name)))) {
        differing.add(name);
      }
    }
    return new PackStamp(read, differing);
  }

  /** One hash over all files; empty if there are none. */
  public String sha256OfAll() {
    StringBuilder all = new StringBuilder();
    sha256.forEach((name, hash) -> all.append(name).append(' ').append(hash).append('\n'));
    return all.isEmpty() ? "" : Sha256.of(all.toString());
  }

  /** One hash over some files, as far as they are there; empty if none is. */
  public String sha256Of(Collection<String> names) {
    TreeMap<String, String> some = new TreeMap<>(sha256);
    some.keySet().retainAll(names);
    return new PackStamp(some, List.of()).sha256OfAll();
  }

  /** What differs in one sentence, with a way out on a line that begins with Maybe. */
  public Optional<String> findWarning() {
    if (differing.isEmpty()) {
      return Optional.empty();
    }
    int more = differing.size() - SHOWN;
    String files =
        more > 1
            ? String.join(", ", differing.subList(0, SHOWN)) + " and " + more + " more"
            : String.join(", ", differing);
    return Optional.of(
        "not the world that was built: %s %s from the manifest\nMaybe %s"
            .formatted(
                files,
                differing.size() == 1 ? "differs" : "differ",
                "that is meant; if not, build the world again, or stamp changed registers with"
                    + " plimsoll world build --registers"));
  }
}
