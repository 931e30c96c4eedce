package org.plimsoll.border.files.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.FormulaCell;
import org.plimsoll.model.place.CountryCode;

/** Lines of entries as CSV; what is written reads back the same. */
public final class EntryCsv {
  /** The first line of a file of rejects. */
  public static final String REJECTS_HEADER = "file,line,column,reason";

  private EntryCsv() {}

  /** The first line. */
  public static String header() {
    return EntryColumn.ALL.stream().map(EntryColumn::word).collect(Collectors.joining(","));
  }

  /** A line of a file, without its break. */
  public static String row(EntryLine line) {
    List<String> cells = new ArrayList<>();
    for (EntryColumn column : EntryColumn.ALL) {
      cells.add(quoted(cell(line, column)));
    }
    return String.join(",", cells);
  }

  private static String cell(EntryLine line, EntryColumn column) {
    return switch (column) {
      case ENTRY_ID -> line.entryId();
      case LINE -> Long.toString(line.line());
      case ENTRY_DATE -> line.date().toString();
      case HS_CODE -> line.code();
      case HS_EDITION -> line.hsEdition();
      case NET_MASS_KG -> line.netMass().toKilograms().toPlainString();
      case ASSAY -> line.assay().map(Object::toString).orElse("");
      case ASSAY_BASIS -> line.assayBasis();
      case CUSTOMS_VALUE -> line.customsValue().toDecimal().toPlainString();
      case CURRENCY -> line.customsValue().currency().code();
      case INCOTERM_BASIS -> line.valueBasis().name();
      case EXTRACTED_IN -> country(line.origin().extractedIn());
      case PROCESSED_IN -> country(line.origin().processedIn());
      case TRANSFORMED_IN -> country(line.origin().transformedIn());
      case CONSIGNED_FROM -> country(line.origin().consignedFrom());
      case IMPORTER_ID -> line.importer();
      case OTHER_DUTIES ->
          line.otherDuties().stream()
              .map(duty -> duty.kind().word() + "=" + duty.amount().toDecimal().toPlainString())
              .collect(Collectors.joining(";"));
      case PREFERENCE_CODE -> line.preferenceCode();
    };
  }

  private static String country(Optional<CountryCode> code) {
    return code.map(CountryCode::id).orElse("");
  }

  /** A cell for people: with a mark where a spreadsheet would run it, and quoted if need be. */
  public static String safe(String cell) {
    return quoted(FormulaCell.marked(cell));
  }

  /** A cell, in quotation marks if it needs them. */
  public static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
