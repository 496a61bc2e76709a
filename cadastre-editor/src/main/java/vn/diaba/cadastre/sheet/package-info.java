/**
 * Map sheets: their names from coordinates and back, which of them a commune's land lies on, and the numbers of parcels on
 * them. A sheet here is the national partition's cell (mảnh bản đồ) or, for numbers, the sheet a parcel is cited by (số
 * tờ); the two are not the same and nothing here turns one into the other.
 */
@NullMarked
package vn.diaba.cadastre.sheet;

import org.jspecify.annotations.NullMarked;
