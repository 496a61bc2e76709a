package vn.diaba.store.http;

import java.util.List;
import java.util.UUID;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.Functions;
import vn.diaba.store.wire.WireJson;

/**
 * A name and password turned into a token. Immutable.
 *
 * @param token to be shown from now on
 * @param central which land database gave it
 * @param signKey proves its tokens and receipts
 * @param agreeKey to write files to it
 */
public record SignIn(String token, UUID central, String signKey, String agreeKey) {
    /**
     * Signs in.
     *
     * @param client the workspace
     * @param machine how the machine calls itself
     * @throws RemoteException {@code sign-in-wrong}, {@code sign-in-wait}, {@code device-revoked} and what a call can meet
     */
    public static SignIn at(ServerAddress address, String user, char[] password, UUID client, String machine)
            throws RemoteException {
        try (HttpLine line = new HttpLine(address, "")) {
            Object answer = line.call(
                    Functions.SIGN_IN,
                    WireJson.fields(
                            "p_user",
                            user,
                            "p_password",
                            new String(password),
                            "p_client",
                            client,
                            "p_machine",
                            machine));
            if (!(answer instanceof JsonObject given)) {
                throw new CodecException("not an object", null);
            }
            return new SignIn(given.text("token"), given.id("central"), given.text("sign"), given.text("agree"));
        } catch (CodecException e) {
            throw new RemoteException("land-database-answer-wrong", List.of(Functions.SIGN_IN), e);
        }
    }
}
