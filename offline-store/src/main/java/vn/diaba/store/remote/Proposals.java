package vn.diaba.store.remote;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.Payload;

/**
 * Change sets of zones where another person than the author makes them land: pushed there they wait as proposals, seen by all
 * who see the zone, and are no land until they are approved. Calls may be repeated. Implementations are safe.
 */
public interface Proposals {
    /** Of a land database that knows no approval. */
    Proposals NONE = new NoProposals();

    /** Least length of the reason why a proposal is declined, in characters. */
    int LEAST_REASON = 5;

    /**
     * Says whether change sets of a zone are land at once or wait for approval.
     *
     * @throws RemoteException {@code zone-unknown}; {@code land-database-denied} for one who keeps no zones
     */
    void mode(int zone, boolean approval) throws RemoteException;

    /**
     * The proposals of a zone that are open, oldest first, and those of the caller that were declined.
     *
     * @param known ids whose bytes the caller has: they come without
     * @throws RemoteException {@code zone-unknown}
     */
    List<Proposal> list(int zone, Collection<UUID> known) throws RemoteException;

    /**
     * Makes a proposal land in its author's name, judged as of now.
     *
     * @return {@link PushAnswer.Accepted}; {@link PushAnswer.Stale} or {@link PushAnswer.Refused} with what speaks against it
     *     now: it stays open then
     * @throws RemoteException {@code proposal-unknown}; {@code four-eyes} for its author; {@code land-database-denied} for one
     *     who is no approver
     */
    PushAnswer approve(int zone, UUID id) throws RemoteException;

    /**
     * Sends a proposal back to its author.
     *
     * @throws RemoteException {@code proposal-unknown}; {@code decline-needs-reason}; {@code land-database-denied}
     */
    void decline(int zone, UUID id, String reason) throws RemoteException;

    /**
     * Takes the caller's own proposal back while it is open.
     *
     * @return whether it is no land and will not become any; false when it is land already
     * @throws RemoteException {@code zone-unknown}; {@code land-database-denied} for another's proposal
     */
    boolean withdraw(int zone, UUID id) throws RemoteException;

    /** How far a proposal is. */
    enum State {
        /** Waits for an approver. */
        OPEN,
        /** Land. */
        ACCEPTED,
        /** Sent back to its author. */
        DECLINED,
        /** Taken back by its author. */
        WITHDRAWN;

        /** The word for it in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A change set that waits, or did. Immutable.
     *
     * @param id the change set's
     * @param author who made it
     * @param offeredAt when it was proposed last
     * @param payload its bytes; the person part is empty for one who may not see persons, both for one who has them
     * @param state how far it is
     * @param by who decided, "" while it is open
     * @param reason why it was declined, else ""
     * @param current whether what it was made on is still so; when not, its author's next sync brings it up to date
     */
    record Proposal(
            UUID id,
            String author,
            Instant offeredAt,
            Payload payload,
            State state,
            String by,
            String reason,
            boolean current) {
        private static final byte[] NOTHING = {};

        /** The same without its bytes. */
        public Proposal bare() {
            return with(new Payload(NOTHING, NOTHING));
        }

        /** The same without persons. */
        public Proposal masked() {
            return with(new Payload(payload.land(), NOTHING));
        }

        /** The same with other bytes. */
        public Proposal with(Payload bytes) {
            return new Proposal(id, author, offeredAt, bytes, state, by, reason, current);
        }

        /** Whether its bytes came with it. */
        public boolean isWhole() {
            return payload.land().length > 0;
        }

        /** As a JSON object. */
        public Map<String, @Nullable Object> row() {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("id", id);
            row.put("author", author);
            row.put("offeredAt", offeredAt);
            row.put("land", new String(payload.land(), StandardCharsets.UTF_8));
            row.put("person", new String(payload.person(), StandardCharsets.UTF_8));
            row.put("state", state.word());
            row.put("by", by);
            row.put("reason", reason);
            row.put("current", current);
            return row;
        }

        /** The reverse of {@link #row}. */
        public static Proposal of(JsonObject row) throws CodecException {
            try {
                return new Proposal(
                        row.id("id"),
                        row.text("author"),
                        OffsetDateTime.parse(row.text("offeredAt")).toInstant(),
                        new Payload(bytes(row.text("land")), bytes(row.text("person"))),
                        State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                        row.text("by"),
                        row.text("reason"),
                        Boolean.TRUE.equals(row.fields().get("current")));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new CodecException("not a proposal", e);
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Whether two names are those of two persons. Implementations are safe. */
    @FunctionalInterface
    interface FourEyes {
        /** Names that differ by more than letter case or how their letters are composed. */
        FourEyes STRICT = (author, approver) -> {
            String one = plain(author);
            String other = plain(approver);
            return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
        };

        /** Whether this approver may make the work of this author land. */
        boolean allows(String author, String approver);

        private static String plain(String name) {
            return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        }
    }
}
