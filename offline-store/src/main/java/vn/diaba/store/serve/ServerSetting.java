package vn.diaba.store.serve;

import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a server listens. Immutable.
 *
 * @param address a port of 0 takes a free one
 * @param tls certificate and key; null only on the loopback
 * @param threads calls answered at a time; four times as many may be coming in
 * @param requestTime longest time for a request to come in and for an answer to go out
 */
public record ServerSetting(
        InetSocketAddress address, @Nullable SSLContext tls, int threads, Duration requestTime) {
    /** Longest request, as sent. */
    static final int MAX_SENT_BYTES = 8 << 20;
    /** How much of a call with a wrong token is read to see whether it came whole. */
    static final int REFUSED_BYTES = 1 << 16;
    /** Longest request, unpacked. */
    static final int MAX_BODY_BYTES = 24 << 20;
    /** Memory for snapshots on their way. */
    static final long TRANSFER_BYTES = 256L << 20;
    /** Calls of one user at a time. */
    static final int CALLS_OF_A_USER = 4;

    /** Requests that may be coming in at a time: some come from lines that were cut and never end. */
    int readers() {
        return 4 * threads;
    }

    /** Eight calls at a time, a minute for each. */
    public static ServerSetting of(InetSocketAddress address, @Nullable SSLContext tls) {
        return new ServerSetting(address, tls, 8, Duration.ofMinutes(1));
    }
}
