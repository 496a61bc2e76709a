package vn.diaba.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;

/** Places as people type them, and the corners they mean. Stateless. */
final class Places {
    /** A corner is meant when it lies this near the place given: people read coordinates to the centimetre. */
    static final double REACH_METRES = 0.05;

    private static final double NEARBY_METRES = 100;

    private Places() {}

    /** Positions with commas or semicolons between them. */
    static List<EastNorth> of(String text) throws WorkspaceException {
        List<EastNorth> places = new ArrayList<>();
        for (String part : text.split("[,;]")) {
            places.add(ParcelFinder.place(part));
        }
        return places;
    }

    /** Exactly two positions with a comma or semicolon between them. */
    static List<EastNorth> two(String text) throws WorkspaceException {
        List<EastNorth> places = of(text);
        if (places.size() != 2) {
            throw new WorkspaceException("coordinate-wrong", text);
        }
        return places;
    }

    /**
     * The corner at a place.
     *
     * @throws CommandFailure {@code corner-not-there} with the place and the nearest corner's, {@code corner-nowhere-near}
     */
    static Corner corner(Fabric land, EastNorth place) throws CommandFailure {
        Optional<Corner> corner = land.index().nearestCorner(place, REACH_METRES);
        if (corner.isPresent()) {
            return corner.get();
        }
        Optional<Corner> nearest = land.index().nearestCorner(place, NEARBY_METRES);
        throw nearest.isPresent()
                ? new CommandFailure("corner-not-there", place, nearest.get().position())
                : new CommandFailure("corner-nowhere-near", place);
    }

    /**
     * The corner of a parcel at a place, where corners of others may lie too.
     *
     * @throws CommandFailure as {@link #corner(Fabric, EastNorth)}
     */
    static Corner corner(Fabric land, ParcelId parcel, EastNorth place) throws CommandFailure {
        Corner any = corner(land, place);
        return land.parcel(parcel)
                .rings()
                .flatMap(ring -> ring.corners().stream())
                .map(land::corner)
                .filter(corner -> corner.position().distanceTo(place) <= REACH_METRES)
                .min(Comparator.comparingDouble(corner -> corner.position().distanceTo(place)))
                .orElse(any);
    }

    /** The corners at some places, in their order. */
    static List<CornerId> corners(Fabric land, List<EastNorth> places) throws CommandFailure {
        List<CornerId> corners = new ArrayList<>();
        for (EastNorth place : places) {
            corners.add(corner(land, place).id());
        }
        return corners;
    }
}
