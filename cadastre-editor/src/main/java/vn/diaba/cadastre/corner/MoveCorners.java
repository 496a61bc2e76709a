package vn.diaba.cadastre.corner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;

/**
 * Moves corners, each to a place of its own, as one act: a corner table typed or pasted. Corners of one set that come to
 * lie on one place become one. Immutable.
 *
 * @param places where each corner goes
 * @param told what is told of every one of them
 * @param ids fresh ids for the act
 */
public record MoveCorners(Map<CornerId, EastNorth> places, Resurvey told, IdBlock ids) implements EditCommand {
    /** Copies the map in its order. */
    public MoveCorners {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code corner-unknown}, {@code nothing-to-do}, {@code parcel-frozen}, {@code
     *     corners-of-one-ring}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        CornerMoves moves = new CornerMoves(fabric, told);
        for (Map.Entry<CornerId, EastNorth> place : places.entrySet()) {
            moves.move(place.getKey(), place.getValue());
        }
        return ChangeSet.planned(ids.uuid(0), "move-corners", moves.changes(false));
    }
}
