package vn.diaba.app.workspace;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.office.KeptRights;
import vn.diaba.store.office.Pass;
import vn.diaba.store.office.Token;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.workspace.WorkspaceStore;

/**
 * What the token of a workspace allows now. The workspace remembers the latest time it saw under a token, so that a clock set
 * back lengthens nothing, and whether the land database has said that the token counts no more; a new sign-in begins anew.
 * Stateless.
 */
public final class Rights {
    /** So long before it ends people are told. */
    public static final Duration SOON = Duration.ofDays(3);

    private static final Duration SLACK = Duration.ofMinutes(10);
    private static final Duration NOTED_EVERY = Duration.ofHours(1);
    private static final Set<String> ENDINGS = Set.of("device-revoked", "sign-in-wrong", "account-off");

    private Rights() {}

    /** A right in a zone. */
    record Standing(Token token, int zone) {}

    /** What is remembered of a token. */
    private record Mark(UUID token, Instant seen, String ended) {
        static Mark of(String text, UUID token) {
            String[] parts = text.split(" ", 3);
            boolean same = parts.length == 3 && parts[0].equals(token.toString());
            return same
                    ? new Mark(token, Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[2])
                    : new Mark(token, Instant.EPOCH, "");
        }

        String text() {
            return token + " " + seen.getEpochSecond() + " " + ended;
        }
    }

    /** What a land database said last, and a name for it under which its mark is kept. */
    private record Said(Token token, UUID id) {
        static Optional<Said> find(WorkspaceStore store) throws RemoteException {
            Optional<Pass> pass = Pass.find(store.folder(), store.id(), store.cipher());
            Optional<Token> kept = KeptRights.find(store.folder(), store.id(), store.cipher());
            if (pass.isPresent() && pass.get().isSignedIn()) {
                Token token = pass.get().rights();
                if (kept.isEmpty() || !kept.get().issued().isAfter(token.issued())) {
                    return Optional.of(new Said(token, name(pass.get().token())));
                }
            }
            return kept.map(token -> new Said(token, name(token.toString())));
        }

        private static UUID name(String text) {
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What the land database said last of its user, whether it has ended or not; none for a user's own workspace. */
    public static Optional<Token> find(WorkspaceStore store) throws RemoteException {
        return Said.find(store).map(Said::token);
    }

    /** The name of the account that works here; another for a user's own workspace, or where what was kept cannot be read. */
    static String person(WorkspaceStore store, String otherwise) {
        try {
            return find(store).map(Token::user).orElse(otherwise);
        } catch (RemoteException e) {
            // Such a workspace lets no act in, so nothing is signed by the wrong name.
            return otherwise;
        }
    }

    /** Whether the land database said that it takes no more work from here. */
    public static boolean isEnded(WorkspaceStore store) throws RemoteException, StoreException {
        Optional<Said> said = Said.find(store);
        return said.isPresent()
                && !Mark.of(store.sync().rightsMark(), said.get().id).ended.isEmpty();
    }

    /**
     * The right to work; none for a workspace that is its user's own.
     *
     * @throws RemoteException {@code token-over}, {@code signed-out}, {@code rights-ended}, {@code clock-behind}, {@code pass-wrong}
     */
    static Optional<Standing> standing(WorkspaceStore store, Clock clock) throws RemoteException, StoreException {
        Optional<Said> said = Said.find(store);
        @Nullable Checkpoint at = store.sync().checkpoint().orElse(null);
        if (said.isEmpty() || at == null) {
            requireSignedIn(store, at);
            return Optional.empty();
        }
        Token token = said.get().token;
        Mark mark = Mark.of(store.sync().rightsMark(), said.get().id);
        Instant now = clock.instant();
        if (now.isAfter(mark.seen.plus(NOTED_EVERY)) || token.isOver(now) && !token.isOver(mark.seen)) {
            store.sync().markRights(new Mark(mark.token, now, mark.ended).text());
        }
        if (!mark.ended.isEmpty()) {
            throw new RemoteException("rights-ended", List.of(token.user()), null);
        }
        if (token.isOver(now) || token.isOver(mark.seen)) {
            throw new RemoteException("token-over", List.of(token.user(), token.expires()), null);
        }
        Instant latest = mark.seen.isAfter(token.issued()) ? mark.seen : token.issued();
        if (now.isBefore(latest.minus(SLACK))) {
            throw new RemoteException("clock-behind", List.of(latest), null);
        }
        return Optional.of(new Standing(token, at.zone()));
    }

    /** Who signed out of a workspace of a land database must sign in again. */
    private static void requireSignedIn(WorkspaceStore store, @Nullable Checkpoint at) throws RemoteException {
        Optional<Pass> pass = Pass.find(store.folder(), store.id(), store.cipher());
        if (at != null && pass.isPresent()) {
            throw new RemoteException("signed-out", List.of(pass.get().url()), null);
        }
    }

    /**
     * Notes that the land database takes the token no more, if that is what a fault of it says.
     *
     * @throws RemoteException when the kept pass cannot be read
     * @throws StoreException when the mark cannot be saved
     */
    public static void hear(WorkspaceStore store, RemoteException fault) throws RemoteException, StoreException {
        if (ENDINGS.contains(fault.code())) {
            Optional<Said> said = Said.find(store);
            if (said.isPresent()) {
                Mark mark = Mark.of(store.sync().rightsMark(), said.get().id);
                store.sync().markRights(new Mark(mark.token, mark.seen, fault.code()).text());
            }
        }
    }

    /**
     * Forgets what was remembered: a sign-in has given a new token.
     *
     * @throws RemoteException {@code pass-not-kept} when that cannot be saved
     */
    public static void beginAnew(WorkspaceStore store) throws RemoteException {
        try {
            store.sync().markRights("");
        } catch (StoreException e) {
            throw new RemoteException("pass-not-kept", List.of(store.folder().toString()), e);
        }
    }
}
