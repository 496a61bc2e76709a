package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.PassingLine;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;

/** Program and land database of different age: land is still taken over, work stays here and has another way out. */
class OldProtocolTest extends OnTwoDesks {
    private final LandDatabase central = new MemoryLandDatabase(LandJudge.LENIENT);
    private final LandDatabase older = new PassingLine(central) {
        @Override
        public Hello hello(UUID client) throws RemoteException {
            throw new RemoteException("protocol-differs", List.of(1, 2, 3), null);
        }

        @Override
        public PushAnswer push(Push push) {
            throw new AssertionError("nothing is sent");
        }
    };

    @Override
    LandDatabase empty() {
        return central;
    }

    private static SyncOutcome sync(TestDesk desk, LandDatabase line) throws Exception {
        return desk.engine(line).run(null, Resolution.ASK, Progress.NONE);
    }

    private static void move(TestDesk desk, int slot) throws Exception {
        desk.edit(desk.moved(slot, 0.5));
    }

    @Test
    void landIsTakenOverAndTheQueueIsKept() throws Exception {
        move(an, 0);
        sync(an, central);
        move(binh, 9);
        SyncOutcome.ReadOnly only = assertInstanceOf(SyncOutcome.ReadOnly.class, sync(binh, older));
        assertEquals(1, only.held());
        assertEquals(1, only.receipt().pulled());
        assertEquals("protocol-differs", only.fault().code());
        assertEquals(
                an.fabric().cornerAt(0),
                binh.fabric().corner(an.fabric().cornerAt(0).id()));
        assertEquals(1, binh.store().sync().unsent());
        List<Push> out = binh.replica()
                .pack(binh.store().sync().checkpoint().orElseThrow(), 20_000)
                .pushes();
        assertEquals(1, out.size(), "by a file it can still be sent");
        sync(binh, central);
        sync(an, central);
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(0, binh.store().sync().unsent());
    }

    @Test
    void oneThatDoesNotLetUsReadEitherSaysWhyAndNothingChanges() throws Exception {
        move(binh, 9);
        Fabric land = binh.fabric();
        LandDatabase shut = new PassingLine(older) {
            @Override
            public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
                throw new RemoteException("land-database-denied", List.of("an"), null);
            }
        };
        RemoteException told = assertThrows(RemoteException.class, () -> sync(binh, shut));
        assertEquals("protocol-differs", told.code());
        assertEquals(land, binh.fabric());
        assertEquals(1, binh.store().sync().unsent());
    }
}
