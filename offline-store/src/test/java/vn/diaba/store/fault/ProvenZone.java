package vn.diaba.store.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.TwoParcels;
import vn.diaba.store.remote.ZoneSpec;

/**
 * A zone of one small block, and what each safeguard of a land database is for: checks that are green with it and red without
 * it, the same for every land database.
 *
 * @param central the land database
 * @param start checkpoint of the zone as it was made
 * @param block its land then
 */
public record ProvenZone(LandDatabase central, Checkpoint start, Fabric block) {
    /** Makes zone 1 of an empty land database. */
    public static ProvenZone in(LandDatabase central) throws RemoteException {
        Fabric block = Fabric.empty().apply(BorderEdits.block());
        return new ProvenZone(central, central.load(new ZoneSpec(1, "Phường thử", 9210, 79), block), block);
    }

    /** A push of an edit of the block as it was loaded; two clients edit the same places. */
    public Push edit(long client) {
        ChangeSet act = new BorderEdits(block, client, false, new Random(3)).next(block);
        return TwoParcels.on(block, act.labelled("edit of " + client), 1);
    }

    /** What does not hold of the zone. */
    public List<String> violations() throws RemoteException {
        return Invariants.of(central, start, block).violations();
    }

    /** Idempotency: a push whose answer was lost comes again. */
    public List<String> afterTheSamePushTwice() throws RemoteException {
        List<String> found = new ArrayList<>();
        Push push = edit(1);
        PushAnswer first = central.push(push);
        try {
            PushAnswer second = central.push(push);
            if (!first.equals(second)) {
                found.add("I1 " + first + " became " + second);
            }
        } catch (RemoteException e) {
            found.add("I1 the same push again: " + e.code());
        }
        found.addAll(violations());
        return found;
    }

    /** Guards: two edit one place, then one the parcel at a corner that another moved; none saw the other's edit. */
    public List<String> afterTwoFromOneBase() throws RemoteException {
        central.push(edit(1));
        central.push(edit(2));
        List<String> found = new ArrayList<>(violations());
        Corner corner = block.cornerAt(block.cornerSlots() - 1);
        EastNorth to =
                new EastNorth(corner.position().east() + 1, corner.position().north() + 1);
        Parcel parcel = block.parcel(block.parcelsAt(corner.id()).get(0));
        Change moved = new Change.CornerChange(corner.id(), corner, corner.movedTo(to));
        Change named =
                new Change.ParcelChange(parcel.id(), parcel, parcel.withNumber(new ParcelNumber("25747", "1", "77")));
        central.push(on(new UUID(7, 1), moved));
        if (central.push(on(new UUID(7, 2), named)) instanceof PushAnswer.Accepted) {
            found.add("I4 a parcel was edited by one who had not seen its corner move");
        }
        return found;
    }

    private Push on(UUID id, Change change) {
        return TwoParcels.on(block, ChangeSet.planned(id, "edit", List.of(change)), 1);
    }

    /** Chain: one entry after the other. */
    public List<String> afterTwoInARow() throws RemoteException {
        central.push(Submission.ofNewPoint(new UUID(1, 1), 1));
        central.push(Submission.ofNewPoint(new UUID(1, 2), 1));
        return violations();
    }
}
