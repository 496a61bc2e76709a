/**
 * Finding what a user names in an open workspace: a parcel by the forms of the command line, an object, and everything that
 * matches a few words. Knows the open workspace; nothing of commands, windows or views.
 */
@NullMarked
package vn.diaba.app.find;

import org.jspecify.annotations.NullMarked;
