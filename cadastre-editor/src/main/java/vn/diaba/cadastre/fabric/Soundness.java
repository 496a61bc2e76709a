package vn.diaba.cadastre.fabric;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;

/**
 * What rules found out about parcels and noted, so that after a small edit they look at what changed only. A note holds
 * from one fabric to the next as long as an act does not touch what it depends on. Not to have a note means nothing. Safe:
 * notes may be made and read by any thread.
 */
public final class Soundness {
    private final AtomicLongArray sound;
    private final AtomicLongArray partnered;

    Soundness(int parcelSlots) {
        sound = new AtomicLongArray((parcelSlots + 63) / 64);
        partnered = new AtomicLongArray((parcelSlots + 63) / 64);
    }

    /** Whether a parcel is known to be valid, its shells counter-clockwise and its holes clockwise. */
    public boolean isSound(int parcelSlot) {
        return has(sound, parcelSlot);
    }

    /** Notes that a parcel is valid, its shells counter-clockwise and its holes clockwise. */
    public void noteSound(int parcelSlot) {
        set(sound, parcelSlot);
    }

    /** Whether each side of a parcel is known to be a side of exactly one other, which runs along it the other way. */
    public boolean isPartnered(int parcelSlot) {
        return has(partnered, parcelSlot);
    }

    /** Notes that each side of a parcel is a side of exactly one other, which runs along it the other way. */
    public void notePartnered(int parcelSlot) {
        set(partnered, parcelSlot);
    }

    private static boolean has(AtomicLongArray bits, int slot) {
        return (bits.get(slot >> 6) >>> slot & 1) != 0;
    }

    private static void set(AtomicLongArray bits, int slot) {
        bits.getAndAccumulate(slot >> 6, 1L << slot, (old, bit) -> old | bit);
    }

    private static void clear(AtomicLongArray bits, int slot) {
        if (slot >= 0 && slot >> 6 < bits.length()) {
            bits.getAndAccumulate(slot >> 6, 1L << slot, (old, bit) -> old & ~bit);
        }
    }

    /** What still holds after an act that left all slots where they are. */
    Soundness after(Fabric before, Fabric after, List<Change> changes) {
        Soundness next = new Soundness(after.parcelSlots());
        for (int i = 0; i < sound.length(); i++) {
            next.sound.set(i, sound.get(i));
            next.partnered.set(i, partnered.get(i));
        }
        for (Change change : changes) {
            if (change instanceof Change.CornerChange corner) {
                next.forget(next.sound, before, corner.id());
                next.forget(next.sound, after, corner.id());
            } else if (change instanceof Change.ParcelChange parcel) {
                next.forget(before, after, parcel);
            }
        }
        return next;
    }

    private void forget(AtomicLongArray bits, Fabric land, CornerId corner) {
        int slot = land.slotOf(corner);
        if (slot >= 0) {
            for (int use : land.usesOf(slot)) {
                clear(bits, use);
            }
        }
    }

    private void forget(Fabric before, Fabric after, Change.ParcelChange change) {
        Parcel was = change.before();
        Parcel is = change.after();
        if (was != null && is != null && was.faces().equals(is.faces())) {
            return;
        }
        forget(before, change.id());
        forget(after, change.id());
        List<Ring> old = was == null ? List.of() : was.rings().toList();
        List<Ring> now = is == null ? List.of() : is.rings().toList();
        boolean alike = old.size() == now.size();
        for (int r = 0; r < old.size(); r++) {
            forgetAlong(before, after, old.get(r), alike ? now.get(r) : null);
        }
        for (int r = 0; r < now.size(); r++) {
            forgetAlong(before, after, now.get(r), alike ? old.get(r) : null);
        }
    }

    private void forget(Fabric land, ParcelId parcel) {
        int slot = land.slotOf(parcel);
        clear(sound, slot);
        clear(partnered, slot);
    }

    /** Along a ring, but for the stretch at its beginning and its end that another ring has too. */
    private void forgetAlong(Fabric before, Fabric after, Ring ring, @Nullable Ring other) {
        int first = 0;
        int last = ring.size();
        if (other != null) {
            int most = Math.min(ring.size(), other.size());
            while (first < most && ring.at(first).equals(other.at(first))) {
                first++;
            }
            while (last > first
                    && other.size() - ring.size() + last > first
                    && ring.at(last - 1).equals(other.at(other.size() - ring.size() + last - 1))) {
                last--;
            }
        }
        for (int i = first - 1; i <= last; i++) {
            forget(partnered, before, ring.at(i));
            forget(partnered, after, ring.at(i));
        }
    }
}
