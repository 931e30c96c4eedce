package org.plimsoll.app.architecture.offender.left;

import org.plimsoll.app.architecture.offender.right.Right;

/** Sees right, which sees left. */
public record Left(Right right) {}
