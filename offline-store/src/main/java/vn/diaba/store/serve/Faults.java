package vn.diaba.store.serve;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.Json;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.WireJson;

/** What is declined, as PostgREST says it. Stateless. */
final class Faults {
    /** SQLSTATE of what the functions of the land database decline, as in PostgreSQL. */
    private static final String DECLINED = "DB000";

    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("token-wrong", 401),
            Map.entry("token-over", 401),
            Map.entry("sign-in-wrong", 401),
            Map.entry("device-revoked", 401),
            Map.entry("land-database-denied", 403),
            Map.entry("border-of-others", 403),
            Map.entry("function-unknown", 404),
            Map.entry("request-too-large", 413),
            Map.entry("change-set-too-large", 413),
            Map.entry("sign-in-wait", 429),
            Map.entry("server-busy", 429),
            Map.entry("land-database-failed", 500),
            Map.entry("register-unreadable", 500),
            Map.entry("land-database-busy", 503));

    private Faults() {}

    static int status(RemoteException fault) {
        return STATUS.getOrDefault(fault.code(), 400);
    }

    /** Paths and processes of the server are nobody's business: they stay in its own log. */
    static byte[] body(RemoteException fault) {
        boolean ours = status(fault) >= 500;
        List<String> arguments = ours
                ? List.of("…", "…", "…")
                : fault.arguments().stream().map(String::valueOf).toList();
        return body(DECLINED, fault.code(), new String(Json.write(arguments), java.nio.charset.StandardCharsets.UTF_8));
    }

    static byte[] body(String code, String message, @Nullable String details) {
        return Json.write(WireJson.fields("code", code, "details", details, "hint", null, "message", message));
    }
}
