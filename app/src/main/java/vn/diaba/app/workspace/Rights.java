package vn.diaba.app.workspace;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.db.StoreException;
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
    private static final Duration SLACK = Duration.ofMinutes(10);
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

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

    private static UUID id(Pass pass) {
        return UUID.nameUUIDFromBytes(pass.token().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The right to work; none for a workspace that is its user's own.
     *
     * @throws RemoteException {@code token-over}, {@code signed-out}, {@code rights-ended}, {@code clock-behind}, {@code pass-wrong}
     */
    static Optional<Standing> standing(WorkspaceStore store, Clock clock) throws RemoteException, StoreException {
        Optional<Pass> pass = Pass.find(store.folder(), store.id(), store.cipher());
        @Nullable Checkpoint at = store.sync().checkpoint().orElse(null);
        if (pass.isEmpty() || at == null) {
            return Optional.empty();
        }
        if (!pass.get().isSignedIn()) {
            throw new RemoteException("signed-out", List.of(pass.get().url()), null);
        }
        Token token = pass.get().rights();
        Mark mark = Mark.of(store.sync().rightsMark(), id(pass.get()));
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

    /**
     * Notes that the land database takes the token no more, if that is what a fault of it says.
     *
     * @throws RemoteException when the kept pass cannot be read
     * @throws StoreException when the mark cannot be saved
     */
    public static void hear(WorkspaceStore store, RemoteException fault) throws RemoteException, StoreException {
        if (fault.code().equals("device-revoked") || fault.code().equals("sign-in-wrong")) {
            Optional<Pass> pass = Pass.find(store.folder(), store.id(), store.cipher());
            if (pass.isPresent()) {
                Mark mark = Mark.of(store.sync().rightsMark(), id(pass.get()));
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
