package vn.diaba.store.authority;

import java.nio.file.Path;
import java.time.Clock;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.RemoteException;

/** Embedded land databases for tests. */
public final class TestAuthority {
    private TestAuthority() {}

    /** An empty one that takes everything, in the folders {@code central} and {@code keys} below this one. */
    public static LocalAuthority in(Path base) throws RemoteException {
        return LocalAuthority.create(
                base.resolve("central"), Keys.in(base.resolve("keys")), LandJudge.LENIENT, Clock.systemUTC());
    }
}
