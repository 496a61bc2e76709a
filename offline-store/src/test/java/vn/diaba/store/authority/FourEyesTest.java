package vn.diaba.store.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.record.Party;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;

/** The safeguard and its mutant: without it an author makes the own work land. */
class FourEyesTest {
    @TempDir
    Path base;

    /** How many acts in a zone were approved by the one who made them. */
    private long approvedByTheirAuthor(Path folder, Proposals.FourEyes rule) throws Exception {
        Fabric land = TestFabrics.grid(2, 2);
        try (LocalAuthority authority =
                LocalAuthority.create(folder, Keys.in(base.resolve("k")), LandJudge.LENIENT, Clock.systemUTC())) {
            authority.load(new ZoneSpec(1, "Phường thử", 9210), land);
            authority.proposals().mode(1, true);
            Party party = new Party(new UUID(1, 2), "Nguyễn Thử", "", "GDC", "");
            Change change = new Change.RecordChange(party.id(), null, party);
            ChangeSet act = ChangeSet.planned(new UUID(8, 1), "add-party", List.of(change));
            authority.push(new Push(
                    act.id(),
                    new UUID(3, 3),
                    "an",
                    1,
                    ChangeCodec.encode(act),
                    List.of(new ObjectVersion(ObjectKey.of(change), 0))));
            Proposals own = new LocalProposals(authority, "an", zone -> true, rule);
            try {
                own.approve(1, act.id());
            } catch (RemoteException declined) {
                assertEquals("four-eyes", declined.code());
            }
            return authority.hello(new UUID(3, 3)).zones().get(0).headSeq();
        }
    }

    @Test
    void withoutItAnAuthorMakesTheOwnWorkLand() throws Exception {
        assertEquals(0, approvedByTheirAuthor(base.resolve("sound"), Proposals.FourEyes.STRICT));
        assertEquals(1, approvedByTheirAuthor(base.resolve("mutant"), (author, approver) -> true));
    }

    @Test
    void oneNameWrittenInTwoWaysIsOnePerson() {
        assertFalse(Proposals.FourEyes.STRICT.allows("Trần Bình", " trần bình "));
        assertFalse(Proposals.FourEyes.STRICT.allows("Bi\u0300nh", "B\u00ecnh"));
        assertFalse(Proposals.FourEyes.STRICT.allows("", "an"));
        assertFalse(Proposals.FourEyes.STRICT.allows("an", ""));
        assertTrue(Proposals.FourEyes.STRICT.allows("an", "bình"));
    }
}
