package vn.diaba.cadastre.edit;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who edits, by which clock, and for which case. Immutable.
 *
 * @param person name of the user of the workstation
 * @param clock gives the time of each act
 * @param caseId the case the acts belong to, if any
 */
public record Signature(
        String person, Clock clock, @Nullable UUID caseId) {}
