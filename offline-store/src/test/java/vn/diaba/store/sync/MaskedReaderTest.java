package vn.diaba.store.sync;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.authority.TestAuthority;
import vn.diaba.store.office.GuardedDatabase;
import vn.diaba.store.office.Register;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.wire.CentralOffice;

/** Over the land database in a folder, as it is served. */
class MaskedReaderTest extends MaskedReaderContract {
    private static final char[] PASSWORD = "mật khẩu thử".toCharArray();

    private LocalAuthority authority;
    private Register register;

    @BeforeEach
    void office() throws Exception {
        authority = TestAuthority.in(base);
        register = Register.of(authority, Clock.systemUTC());
        register.add("test", "an", Role.ADMIN, PASSWORD.clone());
        register.add("test", "mo", Role.SURVEYOR, PASSWORD.clone());
    }

    @AfterEach
    void close() throws Exception {
        authority.close();
    }

    private LandDatabase as(String name, UUID client) throws Exception {
        String token = register.signIn(name, PASSWORD.clone(), client, "máy thử");
        return new GuardedDatabase(authority, register, register.caller(token), client);
    }

    @Override
    LandDatabase whole(UUID client) throws Exception {
        return as("an", client);
    }

    @Override
    LandDatabase masked(UUID client) throws Exception {
        register.scope("an", "mo", new CentralOffice.Sight(ZONE, true, false), false);
        return as("mo", client);
    }
}
