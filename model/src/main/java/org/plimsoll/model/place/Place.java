package org.plimsoll.model.place;

/**
 * Where goods are made or used: a country of the world, or a region of a market file, which has
 * whatever name its author gave it.
 */
public sealed interface Place extends Comparable<Place> permits CountryCode, Region {
  /** The name in files: an ISO 3166 code, or the region's own. */
  String id();

  @Override
  default int compareTo(Place other) {
    return id().compareTo(other.id());
  }
}
