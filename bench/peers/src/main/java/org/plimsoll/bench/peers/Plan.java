package org.plimsoll.bench.peers;

/**
 * What a solver says is moved, made and used.
 *
 * @param flows row by row from each origin
 * @param made by place
 * @param used by place
 */
@SuppressWarnings("ArrayRecordComponent") // read at once, never compared
record Plan(double[] flows, double[] made, double[] used) {}
