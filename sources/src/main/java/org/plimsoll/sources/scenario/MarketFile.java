package org.plimsoll.sources.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.sources.table.Utf8Text;

/** A market as a file, in JSON or YAML. Its keys are in {@code docs/reference/market-file.md}. */
public final class MarketFile {
  /** Room for a million arcs. */
  private static final int MOST_BYTES = 1 << 28;

  private MarketFile() {}

  /**
   * Reads a market.
   *
   * @return the market; empty if there is any error, each with line and column
   */
  public static Loaded<Optional<MarketCase>> read(Path file) {
    Loaded<Optional<String>> text = Utf8Text.read(file, file.toString(), MOST_BYTES);
    return text.value().isPresent()
        ? parse(file.toString(), text.value().get())
        : new Loaded<>(Optional.empty(), text.issues(), RowCount.NONE);
  }

  /**
   * Reads a market from text, as {@link #read} does.
   *
   * @param name of the file, for issues
   */
  public static Loaded<Optional<MarketCase>> parse(String name, String text) {
    Issues issues = new Issues(name);
    Optional<MarketCase> market =
        YamlText.compose(text, issues, "begin with products: and nodes:")
            .flatMap(root -> new CaseReader(issues).read(root));
    return new Loaded<>(market, List.copyOf(issues.list()), RowCount.NONE);
  }
}
