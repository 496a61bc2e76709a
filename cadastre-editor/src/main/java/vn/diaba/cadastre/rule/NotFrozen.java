package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelState;

/**
 * A parcel that an authority has frozen stays as it is; the outline of one disputed or mortgaged does not change
 * unnoticed. Land by itself is never at fault, an act is, so a check of land says nothing. Setting the state alone is
 * allowed, and so is a neighbour's corner put on a side, as long as the side stays where it is. The argument is whether
 * the parcel is disputed or mortgaged only, which is a warning.
 */
record NotFrozen(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "not-frozen";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(Look look, Findings into) {
        // Only acts can be at fault: see check(Fabric, Fabric, ChangeSet, Findings).
    }

    /** Looks for parcels that an act must leave alone. */
    void check(Fabric before, Fabric after, ChangeSet act, Findings into) {
        Set<ParcelId> changed = new LinkedHashSet<>();
        for (Change change : act.changes()) {
            if (change instanceof Change.ParcelChange parcel) {
                Parcel was = parcel.before();
                if (was != null && was.isLive() && was.facts().state() != ParcelState.NORMAL) {
                    changed.add(parcel.id());
                }
            } else if (change instanceof Change.CornerChange corner && corner.before() != null) {
                changed.addAll(before.parcelsAt(corner.id()));
            }
        }
        ParcelCursor cursor = before.cursor();
        for (ParcelId id : changed) {
            cursor.at(before.slotOf(id));
            if (cursor.state() == ParcelState.NORMAL) {
                continue;
            }
            judge(before.parcel(id), after.findParcel(id).orElse(null), before, after, into);
        }
    }

    private void judge(Parcel was, @Nullable Parcel is, Fabric before, Fabric after, Findings into) {
        ParcelState state = was.facts().state();
        if (state == ParcelState.NORMAL) {
            return;
        }
        EastNorth moved = movedPlace(was, is, before, after);
        if (state == ParcelState.FROZEN && (moved != null || is == null || !sameFacts(was, is))) {
            into.add(Found.at(moved == null ? first(was, before) : moved, List.of(was.id()))
                    .with(false));
        } else if (state != ParcelState.FROZEN && moved != null) {
            into.add(Found.at(moved, List.of(was.id())).with(true).only(Severity.WARNING));
        }
    }

    private static boolean sameFacts(Parcel was, Parcel is) {
        return is.withFacts(was.facts()).withFaces(was.faces()).equals(was) && sameButState(was, is);
    }

    private static boolean sameButState(Parcel was, Parcel is) {
        var a = was.facts();
        var b = is.facts();
        return a.code().equals(b.code())
                && a.sourceId().equals(b.sourceId())
                && a.landUses().equals(b.landUses())
                && a.legalLandUses().equals(b.legalLandUses())
                && java.util.Objects.equals(a.legalArea(), b.legalArea())
                && a.oldSheet().equals(b.oldSheet())
                && a.oldNumber().equals(b.oldNumber())
                && a.address().equals(b.address())
                && a.extras().equals(b.extras());
    }

    private static EastNorth first(Parcel parcel, Fabric land) {
        return land.corner(parcel.faces().get(0).shell().at(0)).position();
    }

    /** A place where the outline is another; null where it is the same within the limit at which corners match sides. */
    private @Nullable EastNorth movedPlace(Parcel was, @Nullable Parcel is, Fabric before, Fabric after) {
        if (is == null || !is.isLive()) {
            return first(was, before);
        }
        Geometry old = before.shapeOf(was.id());
        Geometry now = after.shapeOf(was.id());
        List<Coordinate> places = new ArrayList<>(List.of(old.getCoordinates()));
        for (Coordinate place : places) {
            if (away(now, place)) {
                return new EastNorth(place.x, place.y);
            }
        }
        for (Coordinate place : now.getCoordinates()) {
            if (away(old, place)) {
                return first(was, before);
            }
        }
        return null;
    }

    private boolean away(Geometry outline, Coordinate place) {
        Point point = outline.getFactory().createPoint(place);
        // A grid step's diagonal more: both ends of a side may have been rounded.
        return outline.getBoundary().distance(point) > tolerances.edgeMatchMetres() + Look.GRID_METRES;
    }
}
