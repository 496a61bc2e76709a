package vn.diaba.store.remote;

import java.util.List;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;

/** The verdict on an offered change set. Immutable. */
public sealed interface PushAnswer {
    /**
     * It is land now.
     *
     * @param seq its place in its zone
     * @param versions of the objects it wrote
     */
    record Accepted(long seq, List<ObjectVersion> versions) implements PushAnswer {
        /** Copies the list. */
        public Accepted {
            versions = List.copyOf(versions);
        }
    }

    /**
     * Something it was made on has changed: pull, merge, offer again.
     *
     * @param objects what has changed
     */
    record Stale(List<ObjectKey> objects) implements PushAnswer {
        /** Copies the list. */
        public Stale {
            objects = List.copyOf(objects);
        }
    }

    /**
     * The land it would give is worse than the land before.
     *
     * @param refusals why
     */
    record Refused(List<LandJudge.Refusal> refusals) implements PushAnswer {
        /** Copies the list. */
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /** It waits until another person makes it land. */
    record Proposed() implements PushAnswer {}

    /**
     * It was proposed, and sent back.
     *
     * @param by who declined it
     * @param reason why
     */
    record Declined(String by, String reason) implements PushAnswer {}
}
