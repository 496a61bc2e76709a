package vn.diaba.store.office;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.diaba.store.remote.RemoteException;

/** Makes guessing slow: after five failures each further try for a name waits twice as long as the one before. Safe. */
final class SignInGuard {
    private static final int FREE = 5;
    private static final int MAX_NAMES = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Failures> byName = new LinkedHashMap<>();

    SignInGuard(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant notBefore) {}

    synchronized void require(String name) throws RemoteException {
        Failures failures = byName.get(name);
        Instant now = clock.instant();
        if (failures != null && now.isBefore(failures.notBefore)) {
            long seconds = Duration.between(now, failures.notBefore).toSeconds() + 1;
            throw new RemoteException("sign-in-wait", List.of(seconds), null);
        }
    }

    synchronized void failed(String name) {
        Failures before = byName.remove(name);
        int count = before == null ? 1 : before.count + 1;
        Duration wait = count < FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(20, count - FREE));
        Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        byName.put(name, new Failures(count, clock.instant().plus(bounded)));
        if (byName.size() > MAX_NAMES) {
            Iterator<String> oldest = byName.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized void succeeded(String name) {
        byName.remove(name);
    }
}
