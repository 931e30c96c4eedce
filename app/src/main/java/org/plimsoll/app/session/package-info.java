/**
 * What every use case starts from: the world, a scenario, the words of a person, and a refusal that
 * names the way out. Read {@link org.plimsoll.app.session.Session}, {@link
 * org.plimsoll.app.session.Selection}, {@link org.plimsoll.app.session.Refusal}.
 */
@NullMarked
package org.plimsoll.app.session;

import org.jspecify.annotations.NullMarked;
