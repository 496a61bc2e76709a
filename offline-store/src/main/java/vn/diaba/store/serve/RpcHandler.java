package vn.diaba.store.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.office.GuardedDatabase;
import vn.diaba.store.office.Register;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.Functions;
import vn.diaba.store.wire.LandService;
import vn.diaba.store.wire.TokenName;
import vn.diaba.store.wire.WireJson;

/** One request: whose it is, what it asks, the answer or the fault. Safe. */
final class RpcHandler implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(RpcHandler.class.getName());
    private static final String PATH = "/rpc/";
    private static final String JSON = "application/json; charset=utf-8";
    /** Bytes that are small already. */
    private static final String OCTETS = "application/octet-stream";

    private static final String BEARER = "Bearer ";
    private static final int WORTH_PACKING = 1_000;
    private static final int SIGN_INS_AT_A_TIME = 2;
    private static final int TOKENS_KEPT = 20_000;

    private final LocalAuthority authority;
    private final Register register;
    private final LandService service;
    private final Semaphore signIns = new Semaphore(SIGN_INS_AT_A_TIME);
    private final Semaphore atATime;
    private final Map<String, Semaphore> callsByUser = new ConcurrentHashMap<>();
    /** Tokens that were good, by their short names; the oldest give way. */
    private final Map<String, String> tokens = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > TOKENS_KEPT;
        }
    });

    RpcHandler(LocalAuthority authority, Register register, int callsAtATime, Clock clock) {
        atATime = new Semaphore(callsAtATime, true);
        this.authority = authority;
        this.register = register;
        service = new LandService(clock, ServerSetting.TRANSFER_BYTES);
    }

    /** What goes back. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(int status, byte[] body, String kind) {
        Answer(int status, byte[] body) {
            this(status, body, JSON);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (RemoteException e) {
                if (Faults.status(e) >= 500) {
                    LOG.log(System.Logger.Level.WARNING, e.getMessage(), e);
                }
                answer = new Answer(Faults.status(e), Faults.body(e));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a call failed", e);
                answer = new Answer(500, Faults.body("XX000", "server-fault", null));
            }
            send(exchange, answer);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException, RemoteException {
        String path = exchange.getRequestURI().getPath();
        String function = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
        boolean known = Functions.WITH_TOKEN.contains(function) || function.equals(Functions.SIGN_IN);
        if (!known) {
            return new Answer(404, Faults.body("PGRST202", "function-unknown", null));
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return new Answer(405, Faults.body("PGRST117", "request-wrong", null));
        }
        if (isCutInItsHead(exchange)) {
            throw new EOFException("a call that ends in its head");
        }
        if (function.equals(Functions.SIGN_IN)) {
            return new Answer(200, Json.write(signIn(arguments(exchange, function))));
        }
        Register.Caller caller = whole(exchange);
        JsonObject arguments = arguments(exchange, function);
        Object given = answer(caller, function, arguments);
        return given instanceof byte[] bytes ? new Answer(200, bytes, OCTETS) : new Answer(200, Json.write(given));
    }

    /** All of the request is here by now: a line that was cut in the middle of one takes nobody's place. */
    private Object answer(Register.Caller caller, String function, JsonObject arguments) throws RemoteException {
        Semaphore calls = callsByUser.computeIfAbsent(
                caller.account().name(), name -> new Semaphore(ServerSetting.CALLS_OF_A_USER));
        if (!calls.tryAcquire()) {
            throw new RemoteException("server-busy", List.of(), null);
        }
        try {
            UUID device = caller.token().device();
            if (device == null) {
                throw new RemoteException("token-wrong", List.of(), null);
            }
            GuardedDatabase view = new GuardedDatabase(authority, register, caller, device);
            atATime.acquireUninterruptibly();
            try {
                return service.answer(view, function, arguments);
            } finally {
                atATime.release();
            }
        } finally {
            calls.release();
        }
    }

    /** The server takes the end of a line for the end of the head; every call of this protocol says how long it is. */
    private static boolean isCutInItsHead(HttpExchange exchange) {
        return !exchange.getRequestHeaders().containsKey("Content-Length")
                && !exchange.getRequestHeaders().containsKey("Transfer-Encoding");
    }

    /** A call that came without its end is not told that its token is wrong: nobody knows what stood behind. */
    private Register.Caller whole(HttpExchange exchange) throws IOException, RemoteException {
        try {
            return caller(exchange);
        } catch (RemoteException e) {
            exchange.getRequestBody().readNBytes(ServerSetting.REFUSED_BYTES);
            throw e;
        }
    }

    /** A token says who calls; so does the short name of one that was shown before, to which the same questions are put. */
    private Register.Caller caller(HttpExchange exchange) throws RemoteException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            throw new RemoteException("token-wrong", List.of(), null);
        }
        String shown = header.substring(BEARER.length()).strip();
        if (shown.startsWith(TokenName.MARK)) {
            String token = tokens.get(shown);
            if (token == null) {
                throw new RemoteException("token-wrong", List.of(), null);
            }
            return register.caller(token);
        }
        Register.Caller caller = register.caller(shown);
        tokens.put(TokenName.of(shown), shown);
        exchange.getResponseHeaders().set(TokenName.HEADER, "1");
        return caller;
    }

    private Object signIn(JsonObject arguments) throws RemoteException {
        if (!signIns.tryAcquire()) {
            throw new RemoteException("server-busy", List.of(), null);
        }
        try {
            String token = register.signIn(
                    arguments.text("p_user"),
                    arguments.text("p_password").toCharArray(),
                    arguments.id("p_client"),
                    shortened(arguments.textOr("p_machine")));
            return WireJson.fields(
                    "token",
                    token,
                    "central",
                    register.central(),
                    "sign",
                    register.keys().known().signText(),
                    "agree",
                    register.keys().known().agreeText());
        } catch (CodecException e) {
            throw new RemoteException("request-wrong", List.of(Functions.SIGN_IN), e);
        } finally {
            signIns.release();
        }
    }

    private static String shortened(String text) {
        return text.length() > 64 ? text.substring(0, 64) : text;
    }

    private static JsonObject arguments(HttpExchange exchange, String function) throws IOException, RemoteException {
        @Nullable String packing = exchange.getRequestHeaders().getFirst("Content-Encoding");
        byte[] sent = bounded(exchange.getRequestBody(), ServerSetting.MAX_SENT_BYTES);
        byte[] body = sent;
        if ("gzip".equals(packing)) {
            try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(sent))) {
                body = bounded(in, ServerSetting.MAX_BODY_BYTES);
            } catch (java.util.zip.ZipException | EOFException e) {
                throw new RemoteException("request-wrong", List.of(function), e);
            }
        }
        try {
            return Json.read(body);
        } catch (CodecException e) {
            throw new RemoteException("request-wrong", List.of(function), e);
        }
    }

    private static byte[] bounded(InputStream in, int most) throws IOException, RemoteException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new RemoteException("request-too-large", List.of(most), null);
        }
        return bytes;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body;
        exchange.getResponseHeaders().set("Content-Type", answer.kind);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (answer.kind.equals(JSON) && body.length > WORTH_PACKING && accepted != null && accepted.contains("gzip")) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 3);
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(body);
            }
            body = packed.toByteArray();
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(answer.status, body.length);
        exchange.getResponseBody().write(body);
    }
}
