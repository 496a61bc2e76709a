package vn.diaba.store.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.store.workspace.Workspaces;

/** Random edits of one small block of 10 m squares, so that people meet at its corners. Confined to one thread. */
public final class BorderEdits {
    static final int SIDE = 5;

    private final Random random;
    private final List<Corner> places = new ArrayList<>();
    private final long client;
    private final boolean someBad;
    private long count;

    /** The land is as {@link #block} made it; a bad edit makes parcels overlap. */
    public BorderEdits(Fabric block, long client, boolean someBad, Random random) {
        this.client = client;
        this.someBad = someBad;
        this.random = random;
        for (int slot = 0; slot < block.cornerSlots(); slot++) {
            places.add(block.cornerAt(slot));
        }
    }

    public static ChangeSet block() {
        return Workspaces.imported(Workspaces.lattice(Fabric.empty(), SIDE, SIDE, 1), 1);
    }

    public ChangeSet next(Fabric land) {
        List<Change> changes = new ArrayList<>();
        if (random.nextInt(5) == 0) {
            renumber(land, changes);
        } else {
            int n = 1 + random.nextInt(2);
            int first = random.nextInt(places.size());
            for (int i = 0; i < n; i++) {
                move(land, places.get((first + i) % places.size()), changes);
            }
        }
        UUID id = new UUID(client, ++count);
        return new ChangeSet(
                id,
                "border-edit",
                Origin.SURVEYOR,
                null,
                "an",
                Instant.parse("2026-11-21T08:00:00Z"),
                null,
                List.of(),
                changes);
    }

    private void renumber(Fabric land, List<Change> changes) {
        int slot = random.nextInt(land.parcelSlots());
        while (land.findParcelAt(slot).isEmpty()) {
            slot = random.nextInt(land.parcelSlots());
        }
        Parcel parcel = land.parcelAt(slot);
        String number = Long.toString((client & 0xfff) * 100_000 + 1_000 + count);
        changes.add(new Change.ParcelChange(
                parcel.id(), parcel, parcel.withNumber(new ParcelNumber("25747", "1", number))));
    }

    private void move(Fabric land, Corner place, List<Change> changes) {
        Corner now = land.corner(place.id());
        double far = someBad && random.nextInt(12) == 0 ? 17 : 0;
        EastNorth to = new EastNorth(
                place.position().east() + random.nextInt(200) / 100.0 - 1 + far,
                place.position().north() + random.nextInt(200) / 100.0 - 1);
        Corner moved = now.movedTo(to);
        if (!moved.equals(now)) {
            changes.add(new Change.CornerChange(now.id(), now, moved));
        } else {
            renumber(land, changes);
        }
    }
}
