package vn.diaba.store.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.WireJson;

/**
 * How a workspace is known to a land database: where that is, its keys, the token it gave, and the workspace's own keys for
 * files. Kept sealed in the workspace's folder; the first four also make the file an administrator hands out. Immutable.
 *
 * @param url the land database, as after {@code --central}; "" in a file that is handed out
 * @param authorities file of the certificates that alone are trusted; "" for those of the machine
 * @param central which land database
 * @param keys to prove its tokens and receipts and to write to it
 * @param token what it allows; "" after signing out
 * @param own the workspace's keys; null until it writes its first file
 * @param files number of the last file it wrote, 0 before the first
 */
public record Pass(
        String url,
        String authorities,
        UUID central,
        Identity.Known keys,
        String token,
        @Nullable Identity own,
        long files) {
    private static final String FORMAT = "diaba-pass";
    private static final String NAME = "pass.sealed";
    private static final String KIND = "pass";

    /** What the token allows; its signature is proved, not its time. Only while somebody {@link #isSignedIn}. */
    public Token rights() throws RemoteException {
        return Token.of(token, keys.sign());
    }

    /** With a newer token. */
    public Pass withToken(String newer) {
        return new Pass(url, authorities, central, keys, newer, own, files);
    }

    /** Without what it allows: whoever works here must sign in again. */
    public Pass signedOut() {
        return withToken("");
    }

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return !token.isEmpty();
    }

    /** For a land database at another place. */
    public Pass at(String newUrl, String newAuthorities) {
        return new Pass(newUrl, newAuthorities, central, keys, token, own, files);
    }

    /** With keys of its own and the number of the file it writes with them. */
    public Pass withFile(Identity identity, long number) {
        return new Pass(url, authorities, central, keys, token, identity, number);
    }

    private Map<String, @Nullable Object> fields() {
        return WireJson.fields(
                "format",
                FORMAT,
                "version",
                1,
                "url",
                url,
                "authorities",
                authorities,
                "central",
                central,
                "sign",
                keys.signText(),
                "agree",
                keys.agreeText(),
                "token",
                token,
                "files",
                files);
    }

    private static Pass of(JsonObject fields) throws CodecException {
        if (!fields.text("format").equals(FORMAT) || fields.number("version") != 1) {
            throw new CodecException("not a pass", null);
        }
        JsonObject own = fields.findObject("own");
        return new Pass(
                fields.text("url"),
                fields.text("authorities"),
                fields.id("central"),
                Identity.Known.of(fields.text("sign"), fields.text("agree")),
                fields.text("token"),
                own == null ? null : Identity.of(own),
                fields.number("files"));
    }

    /** As a file to hand out; whoever has it may send files in the user's name until the token ends. */
    public byte[] handedOut() {
        return Json.write(at("", "").fields());
    }

    /**
     * Reads a file that was handed out.
     *
     * @throws RemoteException {@code pass-wrong} with the file
     */
    public static Pass read(Path file) throws RemoteException {
        try {
            Pass pass = of(Json.read(Files.readAllBytes(file)));
            pass.rights();
            return pass;
        } catch (IOException | CodecException e) {
            throw new RemoteException("pass-wrong", List.of(file.toString()), e);
        }
    }

    /**
     * The pass of a workspace; empty before its first sign-in.
     *
     * @throws RemoteException {@code pass-wrong} when it was altered
     */
    public static Optional<Pass> find(Path workspace, UUID id, PersonCipher cipher) throws RemoteException {
        Path file = workspace.resolve(NAME);
        try {
            return Files.exists(file)
                    ? Optional.of(of(Json.read(cipher.open(Files.readAllBytes(file), KIND, id))))
                    : Optional.empty();
        } catch (IOException | CodecException | KeyException e) {
            throw new RemoteException("pass-wrong", List.of(file.toString()), e);
        }
    }

    /** Keeps it in a workspace. */
    public void keep(Path workspace, UUID id, PersonCipher cipher) throws RemoteException {
        Map<String, @Nullable Object> all = fields();
        if (own != null) {
            all.put("own", own.row());
        }
        try {
            Channels.REAL.write(workspace.resolve(NAME), cipher.seal(Json.write(all), KIND, id));
        } catch (IOException e) {
            throw new RemoteException("pass-not-kept", List.of(workspace.toString()), e);
        }
    }

    @Override
    public String toString() {
        return "Pass";
    }
}
