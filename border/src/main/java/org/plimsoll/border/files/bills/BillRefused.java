package org.plimsoll.border.files.bills;

/** A row of a bill of materials with a cell that is wrong; made a reject by who reads the file. */
final class BillRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final BillColumn column;

  BillRefused(BillColumn column, String reason) {
    super(reason, null, false, false);
    this.column = column;
  }

  BillColumn column() {
    return column;
  }

  String reason() {
    return String.valueOf(getMessage()).replace('\n', ' ');
  }
}
