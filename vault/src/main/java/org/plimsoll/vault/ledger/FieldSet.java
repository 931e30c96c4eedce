package org.plimsoll.vault.ledger;

import java.util.Set;

/**
 * Fields, a bit a field: what an enum holds must not change, and no set of the JDK promises that by
 * its type.
 *
 * @param bits by the order of {@link Field}; they mean nothing outside one run
 */
@SuppressWarnings("EnumOrdinal")
record FieldSet(long bits) {
  static FieldSet of(Set<Field> fields) {
    long bits = 0;
    for (Field field : fields) {
      bits |= bit(field);
    }
    return new FieldSet(bits);
  }

  /** Column names with blanks between them. */
  static FieldSet parse(String columns) {
    long bits = 0;
    for (String column : columns.split(" ", -1)) {
      bits |= column.isEmpty() ? 0 : bit(Field.parse(column));
    }
    return new FieldSet(bits);
  }

  boolean has(Field field) {
    return (bits & bit(field)) != 0;
  }

  private static long bit(Field field) {
    return 1L << field.ordinal();
  }
}
