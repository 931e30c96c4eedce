package org.plimsoll.app.method;

import org.plimsoll.app.report.markup.Markup;

/**
 * A page about the method.
 *
 * @param name of its file, without the ending
 * @param title its first heading
 * @param body all of it, that heading included
 */
public record MethodPage(String name, String title, Markup body) {}
