/**
 * Ways to mend what a rule finds. A remedy is worked out when asked for and proven on a copy of the land: applied, the
 * fault is gone from its neighbourhood and no error has come. The better-surveyed and older corner stays. Nothing here
 * changes land; a remedy is a plan like any edit's. Knows rules and edits, never the session.
 */
@NullMarked
package vn.diaba.cadastre.remedy;

import org.jspecify.annotations.NullMarked;
