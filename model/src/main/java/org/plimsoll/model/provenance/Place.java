package org.plimsoll.model.provenance;

/**
 * A place in a file.
 *
 * @param file name as the user gave it
 * @param line line, from 1; 0 if the whole file is meant
 * @param column column of the field (CSV) or of the character (YAML, JSON), from 1; 0 if the whole
 *     line is meant
 */
public record Place(String file, int line, int column) {
  /** The whole file. */
  public static Place ofFile(String file) {
    return new Place(file, 0, 0);
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
  }
}
