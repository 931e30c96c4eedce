package org.plimsoll.border.origin;

import java.util.Optional;
import org.plimsoll.model.place.CountryCode;

/**
 * Where goods are from. The facts are separate, since a mine, a smelter and a port may lie in three
 * countries and each rule of origin asks for another of them.
 *
 * @param extractedIn where the ore was mined or the scrap collected
 * @param processedIn where it was separated or smelted
 * @param transformedIn where it was last transformed; for goods of one step the same
 * @param consignedFrom whence it was shipped
 */
public record OriginFacts(
    Optional<CountryCode> extractedIn,
    Optional<CountryCode> processedIn,
    Optional<CountryCode> transformedIn,
    Optional<CountryCode> consignedFrom) {
  public static final OriginFacts UNKNOWN =
      new OriginFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Whether one of them is a code that is not in the {@link CountryList}. A reader gives the same
   * object for the same code, so that most lines need one look.
   */
  @SuppressWarnings({"OptionalEquality", "ReferenceEquality"})
  public boolean hasUnknownCountry() {
    return isUnknown(transformedIn)
        || (processedIn != transformedIn && isUnknown(processedIn))
        || (extractedIn != transformedIn && isUnknown(extractedIn))
        || (consignedFrom != transformedIn && isUnknown(consignedFrom));
  }

  private static boolean isUnknown(Optional<CountryCode> country) {
    return country.isPresent() && !CountryList.has(country.get());
  }

  /** The country of the last step that is known, to which duties by origin apply. */
  public Optional<CountryCode> findLastStep() {
    if (transformedIn.isPresent()) {
      return transformedIn;
    }
    return processedIn.isPresent() ? processedIn : extractedIn;
  }
}
