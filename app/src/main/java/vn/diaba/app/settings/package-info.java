/**
 * What the program remembers of its user between two starts, one record per concern, and the folders of the user's profile
 * it may write to. Nothing here is land: deleting the file loses only comfort.
 */
@NullMarked
package vn.diaba.app.settings;

import org.jspecify.annotations.NullMarked;
