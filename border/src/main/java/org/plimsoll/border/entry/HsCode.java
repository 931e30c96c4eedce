package org.plimsoll.border.entry;

/** Codes of the Harmonized System as customs write them: digits, national ones behind the sixth. */
public final class HsCode {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 10;
  private static final int LAST_CHAPTER = 97;

  private HsCode() {}

  /**
   * A code as it is: six to ten digits of chapters 01 to 97.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String parse(String code) {
    boolean isCode = code.length() >= SHORTEST && code.length() <= LONGEST;
    for (int i = 0; i < code.length(); i++) {
      isCode &= code.charAt(i) >= '0' && code.charAt(i) <= '9';
    }
    int chapter = isCode ? 10 * (code.charAt(0) - '0') + code.charAt(1) - '0' : 0;
    if (chapter < 1 || chapter > LAST_CHAPTER) {
      throw new IllegalArgumentException(
          "'" + code + "' is no HS code; Maybe write six to ten digits without points");
    }
    return code;
  }
}
