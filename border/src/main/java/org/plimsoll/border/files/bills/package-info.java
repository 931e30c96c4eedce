/**
 * Bills of materials, sorted on the disk and looked up line by line: {@link
 * org.plimsoll.border.files.bills.BillSorting}, {@link
 * org.plimsoll.border.files.bills.SortedBills}.
 */
@NullMarked
package org.plimsoll.border.files.bills;

import org.jspecify.annotations.NullMarked;
