package vn.diaba.store.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;

/** One who may write in every table of a land database changes a row of its logs, and is found. */
public abstract class TamperContract {
    /** How many entries the log of zone 1 has. */
    protected static final int ENTRIES = 40;

    private static final int EDITS = 100;

    /** A land database with nothing in it, for one who may do all. */
    protected abstract LandDatabase made() throws Exception;

    /** Statements that change a row of a log each; {@code %1$d} is its sequence. */
    protected abstract List<String> edits();

    /** Runs a statement, which must change something; what a proof finds then. It is taken back before this returns. */
    protected abstract List<Provable.Fault> tampered(String edit) throws Exception;

    /** Takes away all that tells of what zone 1 accepted after an entry, and says that this is its end. */
    protected abstract void cutOffAfter(int seq) throws Exception;

    /** Its proof, as it now is. */
    protected abstract Provable proof() throws Exception;

    /** Whether a fault tells where the row of an edit is: its own place, or one that no entry has. */
    protected boolean isPlaceOf(Provable.Fault fault, String edit, int seq) {
        return fault.log().equals("1") && (fault.seq() == seq || fault.seq() > ENTRIES);
    }

    @BeforeEach
    void fill() throws Exception {
        try (LandDatabase central = made()) {
            fill(central);
        }
    }

    /** Makes zone 1 with a log. */
    public static void fill(LandDatabase central) throws RemoteException {
        Fabric land = SampleCommune.of(150);
        central.load(new ZoneSpec(1, "Phường thử", 9210, 79), land);
        for (int n = 0; n < ENTRIES; n++) {
            assertInstanceOf(PushAnswer.Accepted.class, central.push(TwoParcels.renumbered(land, 2 * n, 1)));
        }
    }

    @Test
    void eachOf100EditsOfTheLogsIsFoundWithItsPlace() throws Exception {
        assertEquals(List.of(), proof().verify());
        Random random = new Random(19);
        List<String> edits = edits();
        List<String> wrong = new ArrayList<>();
        assertTrue(edits.size() <= EDITS, "each is tried");
        for (int n = 0; n < EDITS; n++) {
            int seq = 2 + random.nextInt(ENTRIES - 3);
            String edit = String.format(n < edits.size() ? edits.get(n) : edits.get(random.nextInt(edits.size())), seq);
            List<Provable.Fault> found = tampered(edit);
            if (found.stream().noneMatch(fault -> isPlaceOf(fault, edit, seq))) {
                wrong.add(edit + " was found at " + found);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(List.of(), proof().verify(), "all of it was taken back");
    }

    @Test
    void anEndThatWasCutOffCleanlyIsFoundByTheHeadThatWasKept() throws Exception {
        List<Provable.Head> kept = proof().heads();
        assertEquals(List.of(), proof().verify(kept));
        cutOffAfter(ENTRIES - 2);
        assertEquals(List.of(), proof().verify(), "it proves itself");
        assertEquals(List.of(new Provable.Fault("1", ENTRIES, "not-as-kept")), proof().verify(kept));
    }
}
