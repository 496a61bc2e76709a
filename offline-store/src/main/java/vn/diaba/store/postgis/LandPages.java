package vn.diaba.store.postgis;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.store.remote.RemoteException;

/** All land of a fabric as changes from nothing, in pages: corners, then parcels, sides, records. Confined to one thread. */
final class LandPages {
    private static final int PAGE = 5000;

    private final Sink sink;
    private List<Change> page = new ArrayList<>();

    /** Takes a page on. */
    @FunctionalInterface
    interface Sink {
        void take(List<Change> page) throws RemoteException;
    }

    private LandPages(Sink sink) {
        this.sink = sink;
    }

    static void of(Fabric land, Sink sink) throws RemoteException {
        LandPages pages = new LandPages(sink);
        for (int slot = 0; slot < land.cornerSlots(); slot++) {
            if (land.isCorner(slot)) {
                Corner corner = land.cornerAt(slot);
                pages.add(new Change.CornerChange(corner.id(), null, corner));
            }
        }
        pages.flush();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            Parcel parcel = land.findParcelAt(slot).orElse(null);
            if (parcel != null) {
                pages.add(new Change.ParcelChange(parcel.id(), null, parcel));
            }
        }
        pages.flush();
        List<Change> rest = new ArrayList<>();
        land.forEachSide((key, facts) -> rest.add(new Change.SideChange(key, null, facts)));
        land.forEachRecord(entry -> rest.add(new Change.RecordChange(entry.id(), null, entry)));
        for (Change change : rest) {
            pages.add(change);
        }
        pages.flush();
    }

    private void add(Change change) throws RemoteException {
        page.add(change);
        if (page.size() == PAGE) {
            flush();
        }
    }

    private void flush() throws RemoteException {
        if (!page.isEmpty()) {
            sink.take(page);
            page = new ArrayList<>();
        }
    }
}
