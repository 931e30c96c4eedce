package org.plimsoll.border.levy;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the steps of an assessment, or does not: millions of lines need no sentences until somebody
 * asks for one of them.
 */
final class Trail {
  /** Keeps nothing. */
  static final Trail NONE = new Trail(false);

  private final boolean isKept;
  private final List<Step> steps = new ArrayList<>();

  private Trail(boolean isKept) {
    this.isKept = isKept;
  }

  static Trail kept() {
    return new Trail(true);
  }

  /** Whether to say anything: asked before {@link #add}, so that no sentence is made for nobody. */
  boolean isKept() {
    return isKept;
  }

  void add(String word, String how, String result) {
    steps.add(new Step(word, how, result));
  }

  List<Step> list() {
    return List.copyOf(steps);
  }
}
