package vn.diaba.cadastre.edit;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.rule.Scope;

/**
 * Where an act may have done harm: the parcels it touches and a window about the corners and sides it changed. A road
 * whose ring got one corner more is touched there, not all along. Confined to one thread.
 */
final class Neighbourhood {
    private static final double MARGIN_METRES = 1;

    private final Fabric before;
    private final Fabric after;
    private final ParcelCursor beforeCursor;
    private final ParcelCursor afterCursor;
    private final Set<ParcelId> touched = new HashSet<>();
    private @Nullable Extent window;
    private boolean citesAnew;

    private Neighbourhood(Fabric before, Fabric after) {
        this.before = before;
        this.after = after;
        beforeCursor = before.cursor();
        afterCursor = after.cursor();
    }

    /** The scope of an act; none when it changes no corner and no parcel. */
    static Optional<Scope> of(Fabric before, Fabric after, ChangeSet act) {
        Neighbourhood here = new Neighbourhood(before, after);
        for (Change change : act.changes()) {
            if (change instanceof Change.CornerChange corner) {
                here.corner(corner.id());
            } else if (change instanceof Change.ParcelChange parcel) {
                here.parcel(parcel.before(), parcel.after());
            } else if (change instanceof Change.RecordChange entry) {
                here.entry(entry.before());
                here.entry(entry.after());
                here.drawn(entry.before());
                here.drawn(entry.after());
            }
        }
        if (here.window == null) {
            return Optional.empty();
        }
        Scope scope = Scope.around(here.touched, here.window.grownBy(MARGIN_METRES));
        return Optional.of(here.citesAnew ? scope : scope.keepingNumbers());
    }

    /** A right tells of its parcel, a land user of all parcels used. */
    private void entry(@Nullable LandRecord entry) {
        if (entry instanceof Right right) {
            used(right);
        } else if (entry instanceof Party party) {
            after.forEachRecord(other -> {
                if (other instanceof Right right && right.party().equals(party.id())) {
                    used(right);
                }
            });
        }
    }

    /** Where something is or was drawn. */
    private void drawn(@Nullable LandRecord entry) {
        if (entry instanceof PlacedRecord placed) {
            window = window == null ? placed.extent() : window.union(placed.extent());
        }
    }

    private void used(Right right) {
        Optional<Parcel> parcel = after.findParcel(right.parcel()).filter(Parcel::isLive);
        if (parcel.isPresent()) {
            touched.add(right.parcel());
            place(after, parcel.get().faces().get(0).shell().at(0));
        }
    }

    private void corner(CornerId id) {
        corner(before, beforeCursor, id);
        corner(after, afterCursor, id);
    }

    private void corner(Fabric land, ParcelCursor cursor, CornerId id) {
        int corner = land.slotOf(id);
        if (corner < 0) {
            return;
        }
        place(land, corner);
        for (int parcel : land.usesOf(corner)) {
            cursor.at(parcel);
            touched.add(cursor.id());
            for (int r = 0; r < cursor.rings(); r++) {
                placeAround(land, cursor, r, corner);
            }
        }
    }

    /** Takes in the corners before and after a corner in a ring. */
    private void placeAround(Fabric land, ParcelCursor cursor, int ring, int corner) {
        int n = cursor.size(ring);
        for (int i = 0; i < n; i++) {
            if (cursor.corner(ring, i) == corner) {
                place(land, cursor.corner(ring, i == 0 ? n - 1 : i - 1));
                place(land, cursor.corner(ring, i + 1 == n ? 0 : i + 1));
            }
        }
    }

    private void parcel(@Nullable Parcel was, @Nullable Parcel is) {
        citesAnew |= is != null && (was == null || !citedAlike(was, is));
        Set<CornerId> old = cornersOf(was);
        Set<CornerId> now = cornersOf(is);
        touch(before, was);
        touch(after, is);
        boolean both = !old.isEmpty() && !now.isEmpty();
        place(before, was, old, both ? now : Set.of());
        place(after, is, now, both ? old : Set.of());
        if (both && old.equals(now) && is != null) {
            place(after, is.faces().get(0).shell().at(0));
        }
    }

    private static boolean citedAlike(Parcel was, Parcel is) {
        return was.isLive() == is.isLive()
                && was.set() == is.set()
                && was.number().equals(is.number())
                && was.facts().code().equals(is.facts().code());
    }

    private void touch(Fabric land, @Nullable Parcel parcel) {
        if (parcel != null && parcel.isLive()) {
            touched.add(parcel.id());
        }
    }

    /** Takes in the corners that the other state does not have, with their neighbours along the ring. */
    private void place(Fabric land, @Nullable Parcel parcel, Set<CornerId> corners, Set<CornerId> known) {
        if (parcel == null || known.containsAll(corners)) {
            return;
        }
        for (Ring ring : parcel.rings().toList()) {
            for (int i = 0; i < ring.size(); i++) {
                if (!known.contains(ring.at(i))) {
                    place(land, ring.at(i - 1));
                    place(land, ring.at(i));
                    place(land, ring.at(i + 1));
                }
            }
        }
    }

    private static Set<CornerId> cornersOf(@Nullable Parcel parcel) {
        return parcel == null
                ? Set.of()
                : parcel.rings().flatMap(ring -> ring.corners().stream()).collect(Collectors.toSet());
    }

    private void place(Fabric land, CornerId id) {
        int slot = land.slotOf(id);
        if (slot >= 0) {
            place(land, slot);
        }
    }

    private void place(Fabric land, int corner) {
        Extent here = Extent.of(new EastNorth(land.eastAt(corner), land.northAt(corner)));
        window = window == null ? here : window.union(here);
    }
}
