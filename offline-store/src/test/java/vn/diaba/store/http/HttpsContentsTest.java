package vn.diaba.store.http;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.content.Content;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.ContentsContract;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.wire.CentralOffice.Sight;

/** Contents over HTTP, each user with an account. */
class HttpsContentsTest extends ContentsContract {
    @TempDir
    Path base;

    private final Set<String> known = new HashSet<>();
    private TestOffice office;

    @Override
    protected LandDatabase admin() throws Exception {
        office = new TestOffice(base, LandJudge.LENIENT, null, Clock.systemUTC());
        office.register.add("test", "quan_tri", Role.ADMIN, TestOffice.PASSWORD.toCharArray());
        known.add("an");
        return office.as("quan_tri", client("quan_tri"));
    }

    @Override
    protected LandDatabase user(String name, boolean writes, boolean seesPersons) throws Exception {
        if (known.add(name)) {
            office.register.add("test", name, Role.SURVEYOR, TestOffice.PASSWORD.toCharArray());
        }
        office.register.scope("test", name, new Sight(ZONE, writes, seesPersons), false);
        office.register.scope("test", name, new Sight(OTHER, writes, seesPersons), false);
        return office.as(name, client(name));
    }

    @Override
    protected List<String> readings() throws Exception {
        return office.register.done().stream()
                .filter(one -> one.what().equals("content-read"))
                .map(one -> one.user() + " " + one.subject().split(" ", 2)[1])
                .toList();
    }

    @Override
    protected Provable proof() {
        return office.authority.logs();
    }

    @Override
    protected void alter(Content content) throws Exception {
        try (Stream<Path> all = Files.walk(base)) {
            Path file = all.filter(one -> one.endsWith(content.sha256()))
                    .findFirst()
                    .orElseThrow();
            byte[] sealed = Files.readAllBytes(file);
            sealed[sealed.length - 2] ^= 1;
            Files.write(file, sealed);
        }
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }
}
