/**
 * What command line and window both do with legal papers and attached files: tell what a file is by its content, doubt what
 * does not fit a paper's type, and find the paper or file a person means. Knows the land and the office's data; nothing of
 * commands, windows or views.
 */
@NullMarked
package vn.diaba.app.paper;

import org.jspecify.annotations.NullMarked;
