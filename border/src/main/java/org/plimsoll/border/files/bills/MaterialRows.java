package org.plimsoll.border.files.bills;

/**
 * What became of the rows of a file of bills of materials; read are kept and refused.
 *
 * @param read records in all, without the header
 * @param refused of them, with place and reason in {@link #REJECTS}
 */
public record MaterialRows(long read, long refused) {
  /** Rows of bills that were refused, in the folder of a run, with place and reason. */
  public static final String REJECTS = "materials-rejects.csv";

  public static final MaterialRows NONE = new MaterialRows(0, 0);
}
