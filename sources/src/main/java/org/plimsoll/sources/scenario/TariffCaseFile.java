package org.plimsoll.sources.scenario;

import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.model.policy.TariffCase;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.sources.table.Utf8Text;

/** A case for {@code plimsoll gsim}, in YAML or JSON: {@code docs/reference/gsim-file.md}. */
public final class TariffCaseFile {
  /** Room for a thousand regions. */
  private static final int MOST_BYTES = 1 << 26;

  private TariffCaseFile() {}

  /**
   * Reads a case.
   *
   * @return the case; empty if there is any error, each with line and column
   */
  public static Loaded<Optional<TariffCase>> read(Path file) {
    Loaded<Optional<String>> text = Utf8Text.read(file, file.toString(), MOST_BYTES);
    if (text.value().isEmpty()) {
      return new Loaded<>(Optional.empty(), text.issues(), RowCount.NONE);
    }
    return parse(file.toString(), text.value().get());
  }

  /**
   * The same of a text.
   *
   * @param name for issues
   */
  public static Loaded<Optional<TariffCase>> parse(String name, String text) {
    Issues issues = new Issues(name);
    Optional<TariffCase> read =
        YamlText.compose(text, issues, "begin with regions:, trade: and the powers")
            .flatMap(root -> new TariffCaseReader(issues).read(root));
    return new Loaded<>(read, issues.list(), RowCount.NONE);
  }
}
