package org.plimsoll.border.entry;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Cells of CSV that a spreadsheet would run as a formula: those that begin with =, +, -, @, a tab
 * or a carriage return and are no plain number. What we write for people has an apostrophe before
 * such a cell, by which a spreadsheet takes it for text. So that the original comes back exactly,
 * one that begins with apostrophes and goes on so has one more as well, and whoever reads takes one
 * off.
 */
public final class FormulaCell {
  /** In SQL and here: what makes a formula behind any apostrophes. */
  private static final String STARTS = "^'*[-=+@\t\r].";

  private static final String NUMBER = "^'*[-+]([0-9]+([.,][0-9]+)*|[.,][0-9]+)([eE][-+]?[0-9]+)?$";

  private static final Pattern FORMULA = Pattern.compile(STARTS, Pattern.DOTALL);
  private static final Pattern PLAIN_NUMBER = Pattern.compile(NUMBER);
  private static final byte MARK = '\'';

  private FormulaCell() {}

  /** Whether a cell that is written needs an apostrophe. */
  public static boolean needsMark(byte[] bytes, int start, int end) {
    return end - start > 1
        && mayNeedMark(bytes[start])
        && needsMark(new String(bytes, start, end - start, StandardCharsets.UTF_8));
  }

  /** Most cells begin with a letter or a digit, and are done with here. */
  private static boolean mayNeedMark(byte first) {
    return first <= '@' && first >= 0 && (first < '0' || first > '9');
  }

  private static boolean needsMark(String cell) {
    return FORMULA.matcher(cell).find() && !PLAIN_NUMBER.matcher(cell).find();
  }

  /** A cell as it is written. */
  public static String marked(String cell) {
    return needsMark(cell) ? "'" + cell : cell;
  }

  /** Whether an apostrophe was put before the cell: the original begins behind it. */
  public static boolean isMarked(byte[] bytes, int start, int end) {
    return end - start > 2 && bytes[start] == MARK && needsMark(bytes, start, end);
  }

  /** The original of a cell that was written. */
  public static String restored(String cell) {
    return cell.startsWith("'") && needsMark(cell) ? cell.substring(1) : cell;
  }

  /** The original of a column that was written, in the SQL of DuckDB. */
  public static String restoredSql(String column) {
    return ("CASE WHEN starts_with(%1$s, '''') AND regexp_matches(%1$s, '%2$s', 's')"
            + " AND NOT regexp_matches(%1$s, '%3$s') THEN substr(%1$s, 2) ELSE %1$s END AS %1$s")
        .formatted(column, STARTS.replace("'", "''"), NUMBER.replace("'", "''"));
  }
}
