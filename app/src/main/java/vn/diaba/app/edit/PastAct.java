package vn.diaba.app.edit;

import java.time.Instant;
import java.util.UUID;

/**
 * An act as the undo list shows it. Immutable.
 *
 * @param id the change set's
 * @param label its code
 * @param author who did it
 * @param time when
 */
public record PastAct(UUID id, String label, String author, Instant time) {}
