package vn.diaba.store.courier;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.authority.TestAuthority;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.ZoneSpec;

/** An office with a zone of four squares that is reached by files only. */
abstract class OnFiles {
    static final UUID DEVICE = new UUID(3, 3);
    static final int ZONE = 7;

    @TempDir
    Path base;

    final Clock clock = Clock.systemUTC();
    LocalAuthority authority;
    FilesLandDatabase post;
    Checkpoint start;
    Path back;

    @BeforeEach
    void office() throws Exception {
        authority = TestAuthority.in(base);
        post = new FilesLandDatabase(authority, base, DEVICE, clock);
        start = post.load(new ZoneSpec(ZONE, "Khu", 9210), TestFabrics.grid(2, 2));
        back = base.resolve("receipt");
    }

    @AfterEach
    void close() throws Exception {
        authority.close();
    }

    /** A push that adds a record. */
    static Push adding(UUID act, LandRecord added) {
        ChangeSet set = ChangeSet.planned(act, "add", List.of(new Change.RecordChange(added.id(), null, added)));
        ObjectKey key = ObjectKey.of(set.changes().get(0));
        return new Push(act, DEVICE, "an", ZONE, ChangeCodec.encode(set), List.of(new ObjectVersion(key, 0)));
    }
}
