/**
 * Libraries of HTTP beside one another: {@link org.plimsoll.bench.peers.http.HttpTrial} starts each
 * {@link org.plimsoll.bench.peers.http.Contender} in a process of its own.
 */
@NullMarked
package org.plimsoll.bench.peers.http;

import org.jspecify.annotations.NullMarked;
