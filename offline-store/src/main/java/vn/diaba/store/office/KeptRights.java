package vn.diaba.store.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.CentralOffice.Sight;

/**
 * What a land database that gives no tokens said a user may do, kept sealed in the workspace's folder until it is asked again.
 * Stateless.
 */
public final class KeptRights {
    private static final String NAME = "rights.sealed";
    private static final String KIND = "rights";

    private KeptRights() {}

    /**
     * What is kept in a workspace; empty when no land database ever said.
     *
     * @throws RemoteException {@code pass-wrong} when it was altered
     */
    public static Optional<Token> find(Path workspace, UUID id, PersonCipher cipher) throws RemoteException {
        Path file = workspace.resolve(NAME);
        try {
            return Files.exists(file)
                    ? Optional.of(Token.of(Json.read(cipher.open(Files.readAllBytes(file), KIND, id))))
                    : Optional.empty();
        } catch (IOException | CodecException | KeyException e) {
            throw new RemoteException("pass-wrong", List.of(file.toString()), e);
        }
    }

    /**
     * Keeps what was said, in place of what was said before.
     *
     * @param epoch names the land database
     * @param grant with a role and days
     */
    public static void keep(Path workspace, UUID id, PersonCipher cipher, UUID epoch, Hello.Grant grant)
            throws RemoteException {
        List<Sight> sights = grant.rights().stream()
                .map(right -> new Sight(right.zone(), right.write(), right.persons()))
                .toList();
        Token token = new Token(
                epoch,
                grant.user(),
                Role.of(grant.role()),
                id,
                sights,
                grant.at(),
                grant.at().plus(Duration.ofDays(grant.days())));
        try {
            Channels.REAL.write(workspace.resolve(NAME), cipher.seal(Json.write(token.claims()), KIND, id));
        } catch (IOException e) {
            throw new RemoteException("pass-not-kept", List.of(workspace.toString()), e);
        }
    }
}
