package org.plimsoll.model.place;

/**
 * A place of a market file.
 *
 * @param id as the file writes it; not blank
 */
public record Region(String id) implements Place {
  public Region {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a region needs a name, but this one is blank");
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
