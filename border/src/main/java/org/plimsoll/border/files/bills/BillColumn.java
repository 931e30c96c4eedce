package org.plimsoll.border.files.bills;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.plimsoll.border.entry.Cells;

/** The columns of a file of bills of materials. */
enum BillColumn {
  /** The declaration. */
  ENTRY_ID,
  /** Number of the line within it. */
  LINE,
  /** {@code good} for the goods of the line, {@code material} for what went into them. */
  ROLE,
  /** Of the goods or the material. */
  HS_CODE,
  /** Where the material originates; empty if nobody knows. */
  ORIGIN,
  /** Price of the goods, or value of the material. */
  VALUE,
  /** Of the value. */
  CURRENCY;

  /** The names in a header. */
  static final List<String> NAMES = Arrays.stream(values()).map(BillColumn::word).toList();

  /** The name in a header. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cell as text. */
  String of(Cells cells) {
    return cells.text(NAMES.indexOf(word()));
  }
}
