package org.plimsoll.app.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.model.commodity.ProductId;

/** The lines below the tables of {@code plimsoll risk}. */
public final class RiskRemarks {
  public static final String NEVER_BLENDED =
      "Three families, each with its own scale and question; no figure blends them.";

  public static final String OF_WORLD =
      "Scores take the world's volumes, base prices, and world/hand/risk_figures.csv: political"
          + " stability of 2022, rates and trade parameters of the EU study of 2023.";

  public static final String WITHOUT_FACTORS =
      "This world has no hand/risk_figures.csv: political stability, rates and trade parameters"
          + " are not known.";

  public static final List<String> OF_EU_SUPPLY_RISK =
      List.of(
          "SR = (world × IR/2 + sourcing × (1 − IR/2)) × (1 − EoL-RIR) × SI. GS: the world"
              + " term alone is known; EU: the buyer's sourcing alone. The EU's threshold for"
              + " critical is 1.0.");

  public static final List<String> OF_GEOPOLRISK =
      List.of(
          "Score = HHI × import risk; kg Cu-eq/kg: score × price ÷ copper's 0.409 USD/kg. What"
              + " is made at home counts as safe.");

  public static final List<String> OF_OWN_CONCENTRATION =
      List.of(
          "HHI: sum of squared shares; HHI·WGI·t: each weighted by governance and trade parameter."
              + " Named: the share whose supplier has a name; a range is what the rest leaves"
              + " open.");

  private RiskRemarks() {}

  /** Which products a method has no row of, and what would be needed. */
  public static Optional<String> ofMissing(String method, List<ProductId> products, String needed) {
    return products.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "No %s of %s: %s is not known, or none reaches the region."
                .formatted(
                    method,
                    products.stream().map(ProductId::toString).collect(Collectors.joining(", ")),
                    needed));
  }

  public static List<String> ofConcentration(boolean isWorldOnly) {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "HHI: sum of squared shares, 1 for one supplier; HHI·WGI: each weighted by governance, 0"
            + " to 10.");
    remarks.add("A range is what folding small suppliers or missing governance leaves open.");
    remarks.add(
        isWorldOnly
            ? "For a country's reliance on imports: --country JPN, or --country USA+JPN+EU27."
            : "NIR: net imports less stocks built, over consumption (USGS); IR: without stocks"
                + " (EU).");
    return remarks;
  }

  /** What a table left out and the world gave, and who is taken for a firm. */
  public static List<String> ofInput(RiskInput input) {
    List<String> remarks = new ArrayList<>();
    if (!input.taken().isEmpty()) {
      remarks.add("From the world, not the table: " + String.join("; ", input.taken()) + ".");
    }
    if (!input.firms().isEmpty()) {
      remarks.add(
          "Taken for a firm, to which every supplier is a stranger: "
              + String.join(", ", input.firms())
              + ".");
    }
    return remarks;
  }
}
