/**
 * The program as pages for a browser. Read {@link org.plimsoll.app.server.page.SitePage}, the frame
 * of every page; {@link org.plimsoll.app.server.page.SiteFiles}, its script and style; {@link
 * org.plimsoll.app.server.page.LabSite}, the Lab; {@link org.plimsoll.app.server.page.SiteWorld},
 * what every other page says of its world.
 */
@NullMarked
package org.plimsoll.app.server.page;

import org.jspecify.annotations.NullMarked;
