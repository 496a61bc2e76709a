package vn.diaba.store.workspace;

/**
 * What the last check of all land found. Immutable.
 *
 * @param errors violations of severity error
 * @param warnings violations of severity warning
 * @param logSequence the last act the checked land contains
 */
public record CheckFacts(long errors, long warnings, long logSequence) {}
