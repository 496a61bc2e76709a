package vn.diaba.store.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Guards;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandDatabaseContract;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;

class LocalAuthorityTest extends LandDatabaseContract {
    @TempDir
    Path base;

    private Keys keys() {
        return Keys.in(base.resolve("keys"));
    }

    @Override
    protected LandDatabase empty() throws RemoteException {
        return LocalAuthority.create(base.resolve("central"), keys(), NO_BAD, Clock.systemUTC());
    }

    @Test
    void anotherProgramSeesWhatWasPushedAndABorderCornerMovesInBothZones() throws Exception {
        Fabric land = TestFabrics.twoNeighbours();
        Path folder = base.resolve("border");
        try (LocalAuthority one = LocalAuthority.create(folder, keys(), NO_BAD, Clock.systemUTC());
                LocalAuthority two = LocalAuthority.open(folder, keys(), NO_BAD, Clock.systemUTC())) {
            one.load(new ZoneSpec(1, "Tây", 9210), land);
            Checkpoint second = two.load(new ZoneSpec(2, "Đông", 9210), land);
            two.load(new ZoneSpec(3, "Khác", 5899), land);
            Corner corner = land.cornerAt(0);
            ChangeSet act = ChangeSet.planned(
                    new UUID(8, 8),
                    "move-corner",
                    List.of(new Change.CornerChange(corner.id(), corner, corner.movedTo(new EastNorth(3, 3)))));
            List<ObjectVersion> guards = new ArrayList<>();
            for (ObjectKey key : Guards.of(act, land)) {
                guards.add(new ObjectVersion(key, 1));
            }
            Push push = new Push(act.id(), new UUID(1, 1), "an", 1, ChangeCodec.encode(act), guards);
            assertInstanceOf(PushAnswer.Accepted.class, one.push(push));
            assertEquals(land.apply(act), two.snapshot(1).land());
            assertEquals(land.apply(act), two.snapshot(2).land(), "the border is one line");
            assertEquals(land, two.snapshot(3).land(), "another meridian");
            Delta delta = two.pull(second, 1 << 20);
            assertEquals(1, delta.verify(second).seq());
        }
    }

    @Test
    void aFolderThatIsNoLandDatabaseIsSaidToBeMissing() {
        assertEquals(
                "land-database-missing",
                assertThrows(
                                RemoteException.class,
                                () -> LocalAuthority.open(base.resolve("no"), keys(), NO_BAD, Clock.systemUTC()))
                        .code());
    }
}
