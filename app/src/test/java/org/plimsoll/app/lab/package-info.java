/** Tests of the Lab, on a tiny world. */
@NullMarked
package org.plimsoll.app.lab;

import org.jspecify.annotations.NullMarked;
