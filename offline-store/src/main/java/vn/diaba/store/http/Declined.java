package vn.diaba.store.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.RemoteException;

/** Reads what a server declines, by our server or by PostgREST. Stateless. */
final class Declined {
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)+");
    /** SQLSTATEs of what passes: serialization, deadlock, lock and connection trouble, shutdown, too busy. */
    private static final Pattern PASSING = Pattern.compile("40001|40P01|55P03|57P0.|08...|53...");

    /** What PostgREST says of a function that its database has not. */
    private static final String NO_FUNCTION = "PGRST202";

    private static final Pattern FUNCTION = Pattern.compile("function (?:\\w+\\.)?(\\w+)\\(");

    private Declined() {}

    static RemoteException of(ServerAddress address, int status, byte[] body) {
        try {
            JsonObject fault = Json.read(body);
            String message = fault.text("message");
            if (fault.textOr("code").equals(NO_FUNCTION)) {
                Matcher named = FUNCTION.matcher(message);
                return new RemoteException(
                        "function-unknown",
                        List.of(named.find() ? named.group(1) : address.base().toString()),
                        null);
            }
            if (CODE.matcher(message).matches()) {
                return new RemoteException(message, arguments(fault), null);
            }
        } catch (CodecException e) {
            return byStatus(address, status, e);
        }
        return byStatus(address, status, null);
    }

    private static List<?> arguments(JsonObject fault) throws CodecException {
        if (!(fault.fields().get("details") instanceof String details)) {
            return List.of();
        }
        String wrapped = "{\"items\":" + details + "}";
        return Json.read(wrapped.getBytes(StandardCharsets.UTF_8)).list("items").stream()
                .map(String::valueOf)
                .toList();
    }

    private static RemoteException byStatus(
            ServerAddress address, int status, @org.jspecify.annotations.Nullable Exception cause) {
        if (status >= 300 && status < 400) {
            return new RemoteException("land-database-redirects", List.of(address.base()), cause);
        }
        if (status == 401 || status == 403) {
            return new RemoteException("token-wrong", List.of(), cause);
        }
        return new RemoteException("land-database-unreachable", List.of(address.base()), cause);
    }

    /** Whether the same call may well be answered a little later. */
    static boolean isPassing(byte[] body) {
        try {
            JsonObject fault = Json.read(body);
            return PASSING.matcher(fault.textOr("code")).matches()
                    || fault.textOr("message").equals("server-busy");
        } catch (CodecException e) {
            return false;
        }
    }
}
