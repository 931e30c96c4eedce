package org.plimsoll.app.finance;

/** A figure that the finance of a project is made of: its measure in {@code project_costs.csv}. */
enum Input {
  CAPITAL("capital-cost", "capital"),
  OPERATING("cash-cost", "opex"),
  CONTENT("content-share", "content"),
  CONSTRUCTION("construction-years", "years of construction"),
  DELAY("delay-years", "delay"),
  LIFE("life-years", "life"),
  RAMP_1("ramp-year-1", "output of the first year"),
  RAMP_2("ramp-year-2", "output of the second year"),
  SUSTAINING("sustaining-share", "sustaining capital"),
  TAX("tax-rate", "tax"),
  DEPRECIATION("depreciation-years", "depreciation"),
  INFLATION("inflation", "inflation"),
  DISCOUNT("discount-rate", "discount rate"),
  DEBT_SHARE("debt-share", "debt share"),
  DEBT_RATE("debt-rate", "interest"),
  DEBT_YEARS("debt-years", "years of debt"),
  DEBT_COVER("debt-cover", "cover asked for"),
  VOLATILITY("price-volatility", "volatility"),
  CONTRACT_YEARS("contract-years", "years of the contract"),
  STUDY_PRICE("study-price", "price of the study"),
  STUDY_RETURN("study-return", "return of the study"),
  STUDY_RETURN_BEFORE_TAX("study-return-before-tax", "return of the study before tax"),
  STUDY_EBITDA("study-ebitda", "EBITDA of the study"),
  STUDY_VALUE_BEFORE_TAX("study-value-before-tax", "value of the study before tax"),
  STUDY_DISCOUNT("study-discount-rate", "discount rate of the study");

  private final String measure;
  private final String words;

  Input(String measure, String words) {
    this.measure = measure;
    this.words = words;
  }

  /** As {@code project_costs.csv} has it. */
  String measure() {
    return measure;
  }

  /** For a person. */
  String words() {
    return words;
  }
}
