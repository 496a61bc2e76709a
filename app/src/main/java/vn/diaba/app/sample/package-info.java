/**
 * The land that comes with the program: an invented ward with a week's work and its planted faults, and the parcels of
 * Waiheke Island. Files among the resources, made once by the seeded generator; a test holds them to it. Knows the domain
 * and nothing of workspaces, commands or windows.
 */
@NullMarked
package vn.diaba.app.sample;

import org.jspecify.annotations.NullMarked;
