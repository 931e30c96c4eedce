package org.plimsoll.app.architecture.offender.right;

import java.util.List;
import org.plimsoll.app.architecture.offender.left.Left;

/** Sees left, which sees right. */
public record Right(List<Left> lefts) {
  public Right {
    lefts = List.copyOf(lefts);
  }
}
