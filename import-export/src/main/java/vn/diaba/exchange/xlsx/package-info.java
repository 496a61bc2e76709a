/**
 * Excel workbooks with true types, written as a stream by Apache POI: codes as text, numbers as numbers, dates as dates;
 * nothing a person typed into a parcel can become a formula. This room knows {@code table} only.
 */
@NullMarked
package vn.diaba.exchange.xlsx;

import org.jspecify.annotations.NullMarked;
