/**
 * What is known of the selected parcel, on one card, and the attributes that can be set there. The card itself is a value,
 * made from a snapshot and tested without a toolkit.
 */
@NullMarked
package vn.diaba.app.parcel;

import org.jspecify.annotations.NullMarked;
