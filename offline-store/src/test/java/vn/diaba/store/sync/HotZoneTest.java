package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.PassingLine;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;

/** Others change the same land between every pull and the push that follows it. */
class HotZoneTest extends OnTwoDesks {
    private final LandDatabase central = new MemoryLandDatabase(LandJudge.LENIENT);
    private int happened;

    @Override
    LandDatabase empty() {
        return central;
    }

    @Test
    void aSyncGoesOnAsLongAsAnythingMoves() throws Exception {
        int rivals = 40;
        for (int n = 0; n < 3; n++) {
            binh.edit(binh.moved(n, 0.25));
        }
        LandDatabase hot = new PassingLine(central) {
            private int left = rivals;

            @Override
            public PushAnswer push(Push push) throws RemoteException {
                if (left-- > 0) {
                    rival();
                    happened++;
                }
                return super.push(push);
            }
        };
        SyncOutcome end = binh.engine(hot).run(null, Resolution.KEEP_MINE, Progress.NONE);
        assertInstanceOf(SyncOutcome.Synced.class, end);
        assertEquals(0, binh.store().sync().unsent());
        assertEquals(rivals, happened, "it went on until the others stopped");
        an.engine(central).run(null, Resolution.ASK, Progress.NONE);
        assertEquals(central.snapshot(1).land(), binh.fabric());
        assertEquals(an.fabric(), binh.fabric());
    }

    private void rival() throws RemoteException {
        try {
            an.edit(an.moved(0, 0.011));
            an.engine(central).run(null, Resolution.TAKE_THEIRS, Progress.NONE);
        } catch (vn.diaba.store.db.StoreException | vn.diaba.cadastre.edit.JournalException e) {
            throw new RemoteException("rival", List.of(), e);
        }
    }

    @Test
    void oneWhoIsToldToComeAgainThoughNothingMovesSaysSo() throws Exception {
        binh.edit(binh.moved(0, 0.25));
        LandDatabase stubborn = new PassingLine(central) {
            @Override
            public PushAnswer push(Push push) {
                return new PushAnswer.Stale(List.of());
            }
        };
        RemoteException told = assertThrows(
                RemoteException.class, () -> binh.engine(stubborn).run(null, Resolution.ASK, Progress.NONE));
        assertEquals("sync-not-settling", told.code());
        assertEquals(1, binh.store().sync().unsent(), "nothing is lost");
    }

    @Test
    void whatIsStaleHoldsBackOnlyWhatHangsOnIt() throws Exception {
        binh.edit(binh.moved(0, 0.25));
        binh.edit(binh.moved(9, 0.25));
        UUID first = binh.store().log().newest(2).get(1).id();
        LandDatabase stubborn = new PassingLine(central) {
            @Override
            public PushAnswer push(Push push) throws RemoteException {
                return push.id().equals(first) ? new PushAnswer.Stale(List.of()) : super.push(push);
            }
        };
        assertThrows(RemoteException.class, () -> binh.engine(stubborn).run(null, Resolution.ASK, Progress.NONE));
        assertEquals(1, binh.store().sync().unsent());
    }
}
