package org.plimsoll.app.server.http;

import java.time.Duration;

/**
 * Requests of one kind, which share what they may use of the machine.
 *
 * @param name as metrics print it
 * @param running answered at one time
 * @param waiting that wait their turn; one more is refused with 503
 * @param longestWait after which a request that waits is refused with 503
 * @param longest that answering one may take; then its connection is closed
 */
public record Lane(String name, int running, int waiting, Duration longestWait, Duration longest) {}
