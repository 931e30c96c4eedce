package org.plimsoll.border.entry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of entries, in the order in which they are printed. */
public enum EntryColumn {
  ENTRY_ID(0, true, "declaration"),
  LINE(1, true, "number of the line within it, from 1"),
  ENTRY_DATE(2, true, "date of entry, 2027-03-01"),
  HS_CODE(3, true, "six to ten digits"),
  HS_EDITION(4, false, "year of the edition of the code; empty for that of the schedule"),
  NET_MASS_KG(5, true, "above 0, at most three decimals"),
  ASSAY(6, false, "share of the mass in (0, 1], at most six decimals; empty for the rule's factor"),
  ASSAY_BASIS(
      7, false, "what the assay counts: Ga, WO3; needed where a code holds several products"),
  CUSTOMS_VALUE(8, true, "not negative, decimals as the currency has them"),
  CURRENCY(9, true, "ISO 4217 code"),
  INCOTERM_BASIS(10, true, "FOB, FAS, FCA, CIF or CIP"),
  EXTRACTED_IN(11, false, "ISO 3166 code of three letters"),
  PROCESSED_IN(12, false, "where it was separated or smelted"),
  TRANSFORMED_IN(13, false, "where it was last transformed"),
  CONSIGNED_FROM(14, false, "whence it was shipped"),
  IMPORTER_ID(15, true, "who owes"),
  OTHER_DUTIES(16, false, "as declared, in the entry's currency: mfn=120.00;section-301=85.50"),
  PREFERENCE_CODE(17, false, "of a claim of origin; empty for none");

  /** All of them in order; unlike {@link #values}, not made anew for each line. */
  public static final List<EntryColumn> ALL = List.of(values());

  /** How many there are. */
  public static final int COUNT = 18;

  private final int position;
  private final boolean needed;
  private final String about;

  EntryColumn(int position, boolean needed, String about) {
    this.position = position;
    this.needed = needed;
    this.about = about;
  }

  /** The name in a header. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Place in the order of columns, from 0. */
  public int position() {
    return position;
  }

  /** Whether every line must have it. */
  public boolean isNeeded() {
    return needed;
  }

  /** One phrase for a person. */
  public String about() {
    return about;
  }

  /** The column of this name in a header, in capitals or not. */
  public static Optional<EntryColumn> find(String word) {
    for (EntryColumn column : values()) {
      if (column.word().equalsIgnoreCase(word)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
