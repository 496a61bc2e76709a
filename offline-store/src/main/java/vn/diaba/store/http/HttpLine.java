package vn.diaba.store.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.Line;
import vn.diaba.store.wire.TokenName;

/** Carries calls over HTTPS. Safe. */
public final class HttpLine implements Line {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(90);
    private static final int ATTEMPTS = 4;
    /** Where nobody answers at all, the user is told soon. */
    private static final int ATTEMPTS_AT_THE_DOOR = 2;

    private static final long FIRST_PAUSE_MILLIS = 300;
    private static final int WORTH_PACKING = 1_000;
    private static final int MAX_ANSWER_BYTES = 64 << 20;
    private static final int OK = 200;
    private static final int NOTHING = 204;
    private static final int UNAUTHORIZED = 401;
    private static final String OCTETS = "application/octet-stream";
    private static final Set<Integer> AGAIN = Set.of(502, 503, 504);

    private final ServerAddress address;
    private final String token;
    private final HttpClient client;
    /** Whether the server knows the short name of the token. */
    private volatile boolean named;

    /**
     * Makes a line; nothing is sent yet.
     *
     * @param token shown with each call; "" for none
     * @throws RemoteException {@code authority-unreadable}
     */
    public HttpLine(ServerAddress address, String token) throws RemoteException {
        this.address = address;
        this.token = token;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        builder.sslParameters(parameters);
        if (address.base().getScheme().equalsIgnoreCase("https")) {
            builder.sslContext(TrustedAuthorities.of(address.authorities()));
        }
        client = builder.build();
    }

    @Override
    public Object call(String function, Map<String, @Nullable Object> arguments) throws RemoteException {
        byte[] asked = Json.write(arguments);
        Answer answer = send(
                () -> request(function, "application/json", asked),
                HttpResponse.BodyHandlers.ofInputStream(),
                HttpLine::body,
                () -> 0);
        return answer.status == NOTHING ? List.of() : answer(function, answer.body);
    }

    @Override
    public byte[] bytes(String function, Map<String, @Nullable Object> arguments, int length) throws RemoteException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(Math.min(length, MAX_ANSWER_BYTES));
        while (kept.size() < length) {
            int before = kept.size();
            send(
                    () -> {
                        Map<String, @Nullable Object> rest = new LinkedHashMap<>(arguments);
                        rest.put("p_from", kept.size());
                        return request(function, OCTETS, Json.write(rest));
                    },
                    about -> about.statusCode() == OK ? new Keeping(kept) : HttpResponse.BodySubscribers.ofByteArray(),
                    HttpResponse::body,
                    kept::size);
            if (kept.size() == before) {
                throw new RemoteException("land-database-answer-wrong", List.of(function), null);
            }
        }
        return kept.toByteArray();
    }

    /** Makes a request; another time, another one. */
    private interface Asking {
        HttpRequest request() throws RemoteException;
    }

    /** Takes the bytes out of a response. */
    private interface Reading<T> {
        byte[] of(HttpResponse<T> response) throws IOException;
    }

    /** What came back. Its array is read, never written. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(int status, byte[] body) {}

    /** Asks until there is an answer; a cut after which more has come than before is none too many. */
    private <T> Answer send(Asking asking, HttpResponse.BodyHandler<T> taking, Reading<T> reading, IntSupplier come)
            throws RemoteException {
        int before = come.getAsInt();
        for (int attempt = 1; ; attempt++) {
            RemoteException fault;
            boolean again;
            int attempts = ATTEMPTS;
            try {
                HttpResponse<T> response = client.send(asking.request(), taking);
                byte[] body = reading.of(response);
                int status = response.statusCode();
                if (status == UNAUTHORIZED && named) {
                    // The server was started anew and does not know the name.
                    named = false;
                    attempt--;
                    continue;
                }
                named |= response.headers().firstValue(TokenName.HEADER).isPresent();
                if (status == OK || status == NOTHING) {
                    return new Answer(status, body);
                }
                fault = Declined.of(address, status, body);
                again = AGAIN.contains(status) || Declined.isPassing(body);
            } catch (IOException e) {
                if (isDistrust(e)) {
                    throw new RemoteException("land-database-not-trusted", List.of(address.base()), e);
                }
                fault = new RemoteException("land-database-unreachable", List.of(address.base()), e);
                again = true;
                attempts = e instanceof ConnectException ? ATTEMPTS_AT_THE_DOOR : ATTEMPTS;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RemoteException("land-database-unreachable", List.of(address.base()), e);
            }
            if (come.getAsInt() > before) {
                before = come.getAsInt();
                attempt = 1;
            }
            if (!again || attempt >= attempts) {
                throw fault;
            }
            pause(attempt, fault);
        }
    }

    /** TLS that was refused, by either side; a line cut while shaking hands is none. */
    private static boolean isDistrust(IOException fault) {
        boolean secure = false;
        for (Throwable one = fault; one != null; one = one.getCause()) {
            if (one instanceof EOFException || one instanceof SocketException) {
                return false;
            }
            secure |= one instanceof SSLException;
        }
        return secure;
    }

    private HttpRequest request(String function, String accepted, byte[] body) throws RemoteException {
        boolean pack = body.length > WORTH_PACKING;
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address.base() + "/rpc/" + function))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("User-Agent", "diaba")
                .header("Accept", accepted)
                .header("Accept-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(pack ? packed(body) : body));
        if (pack) {
            builder.header("Content-Encoding", "gzip");
        }
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + (named ? TokenName.of(token) : token));
        }
        return builder.build();
    }

    private static byte[] packed(byte[] body) throws RemoteException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new RemoteException("land-database-unreachable", List.of(), e);
        }
        return packed.toByteArray();
    }

    private static byte[] body(HttpResponse<InputStream> response) throws IOException {
        boolean packed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (InputStream sent = response.body()) {
            byte[] bytes = sent.readNBytes(MAX_ANSWER_BYTES);
            return packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readNBytes(MAX_ANSWER_BYTES) : bytes;
        }
    }

    /** An answer of rows is an array, which the JSON of this store reads as a field only. */
    private static Object answer(String function, byte[] body) throws RemoteException {
        try {
            String text = new String(body, StandardCharsets.UTF_8).strip();
            if (text.isEmpty() || text.equals("null")) {
                return List.of();
            }
            JsonObject read = Json.read(("{\"answer\":" + text + "}").getBytes(StandardCharsets.UTF_8));
            Object answer = read.fields().get("answer");
            return answer == null ? new ArrayList<>() : answer;
        } catch (CodecException e) {
            throw new RemoteException("land-database-answer-wrong", List.of(function), e);
        }
    }

    /** Longer each time, and not the same for all who were cut off together. */
    private static void pause(int attempt, RemoteException fault) throws RemoteException {
        long most = FIRST_PAUSE_MILLIS << (2 * (attempt - 1));
        try {
            Thread.sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fault.addSuppressed(e);
            throw fault;
        }
    }

    /** Idle connections end by themselves. */
    @Override
    public void close() {}
}
