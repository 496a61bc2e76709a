package vn.diaba.cadastre.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.corner.AlignCorners;
import vn.diaba.cadastre.corner.DetachCorner;
import vn.diaba.cadastre.corner.InsertCorner;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.corner.MoveCorners;
import vn.diaba.cadastre.corner.RemoveCorner;
import vn.diaba.cadastre.corner.ReshapeBoundary;
import vn.diaba.cadastre.corner.TransformCorners;
import vn.diaba.cadastre.corner.WeldCorners;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneTransform;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.sheet.RenumberParcels;
import vn.diaba.cadastre.sheet.ZigZag;

/** Requests without much sense, of every kind there is: what a hand at a mouse may ask for. A new edit needs a line here. */
final class RandomEdits {
    /** Each kind of edit by the label of its act. */
    static final Map<String, Function<Picks, EditCommand>> KINDS = kinds();

    private RandomEdits() {}

    private static Map<String, Function<Picks, EditCommand>> kinds() {
        Map<String, Function<Picks, EditCommand>> kinds = new LinkedHashMap<>();
        kinds.put("move-corner", RandomEdits::move);
        kinds.put("move-corners", RandomEdits::moveMany);
        kinds.put("insert-corner", RandomEdits::insert);
        kinds.put("remove-corner", picks -> new RemoveCorner(picks.corner(), picks.ids));
        kinds.put("weld-corners", picks -> new WeldCorners(List.of(picks.corner(), picks.corner()), picks.ids));
        kinds.put("detach-corner", RandomEdits::detach);
        kinds.put(
                "align-corners",
                picks -> new AlignCorners(
                        List.of(picks.corner(), picks.corner()), picks.corner(), picks.corner(), picks.ids));
        kinds.put("reshape-boundary", RandomEdits::reshape);
        kinds.put("transform-corners", RandomEdits::transform);
        kinds.put("edit-attributes", RandomEdits::attributes);
        kinds.put("renumber-parcels", RandomEdits::renumber);
        kinds.putAll(RandomCuts.KINDS);
        kinds.putAll(RandomUnions.KINDS);
        kinds.putAll(RandomObjects.KINDS);
        kinds.putAll(RandomArrivals.KINDS);
        return kinds;
    }

    /** A request of a kind; the land must hold a parcel. */
    static EditCommand next(String kind, Fabric land, Random random, IdBlock ids) {
        return KINDS.get(kind).apply(new Picks(land, random, ids));
    }

    private static MoveCorner move(Picks picks) {
        CornerId corner = picks.corner();
        return new MoveCorner(corner, picks.near(picks.at(corner)), picks.told(), picks.ids);
    }

    private static MoveCorners moveMany(Picks picks) {
        Map<CornerId, EastNorth> places = new LinkedHashMap<>();
        for (int n = 1 + picks.random.nextInt(4); n > 0; n--) {
            CornerId corner = picks.corner();
            places.put(corner, picks.near(picks.at(corner)));
        }
        return new MoveCorners(places, picks.told(), picks.ids);
    }

    private static InsertCorner insert(Picks picks) {
        SideKey side = picks.side();
        return new InsertCorner(
                side,
                picks.random.nextInt(4) == 0 ? picks.near(picks.on(side)) : picks.on(side),
                picks.told(),
                picks.ids);
    }

    private static DetachCorner detach(Picks picks) {
        CornerId corner = picks.corner();
        List<ParcelId> users = picks.land.parcelsAt(corner);
        ParcelId user = users.get(picks.random.nextInt(users.size()));
        EastNorth to = picks.random.nextBoolean() ? null : picks.near(picks.at(corner));
        return new DetachCorner(corner, user, to, picks.random.nextInt(9) == 0 ? " " : "theo bản án", picks.ids);
    }

    private static ReshapeBoundary reshape(Picks picks) {
        Ring ring = picks.ring(picks.parcel());
        int from = picks.random.nextInt(ring.size());
        int to = from + 1 + picks.random.nextInt(ring.size() - 1);
        List<EastNorth> stroke = new ArrayList<>();
        stroke.add(
                picks.random.nextBoolean()
                        ? picks.at(ring.at(from))
                        : picks.on(new SideKey(ring.at(from), ring.at(from + 1))));
        for (int n = picks.random.nextInt(3); n > 0; n--) {
            stroke.add(picks.near(picks.at(ring.at(from + 1))));
        }
        stroke.add(
                picks.random.nextBoolean()
                        ? picks.at(ring.at(to))
                        : picks.on(new SideKey(ring.at(to), ring.at(to + 1))));
        @Nullable EastNorth via = picks.random.nextInt(3) == 0 ? picks.on(picks.side()) : null;
        return new ReshapeBoundary(
                stroke, picks.random.nextInt(9) == 0 ? ParcelSet.LEGAL : ParcelSet.SURVEYED, via, picks.ids);
    }

    private static TransformCorners transform(Picks picks) {
        List<CornerId> corners = picks.random.nextInt(3) == 0
                ? null
                : TransformCorners.cornersOf(picks.land, List.of(picks.parcel().id()));
        EastNorth centre = picks.at(picks.corner());
        int kind = picks.random.nextInt(3);
        PlaneTransform transform = kind == 0
                ? PlaneTransform.translation(10 * picks.random.nextInt(3) - 10, picks.random.nextGaussian())
                : kind == 1
                        ? PlaneTransform.rotation(centre, 90 * picks.random.nextDouble())
                        : PlaneTransform.scaling(centre, 0.5 + picks.random.nextDouble());
        return new TransformCorners(corners, transform, picks.told(), picks.ids);
    }

    private static EditAttributes attributes(Picks picks) {
        List<Map<String, String>> some = List.of(
                Map.of("state", picks.random.nextInt(4) == 0 ? "frozen" : "normal"),
                Map.of("landUse", "ONT+CLN", "address", "thôn " + picks.random.nextInt(9)),
                Map.of("number", "" + picks.random.nextInt(30), "legalArea", "12,5"),
                Map.of("landUser", "người " + picks.random.nextInt(3)),
                Map.of("legalArea", "nhiều"));
        return new EditAttributes(picks.parcel().id(), some.get(picks.random.nextInt(some.size())), picks.ids);
    }

    private static RenumberParcels renumber(Picks picks) {
        return new RenumberParcels(
                ParcelSet.SURVEYED,
                null,
                picks.random.nextBoolean() ? "1" : null,
                new ZigZag(5 + 10 * picks.random.nextDouble(), picks.random.nextBoolean()),
                picks.random.nextBoolean(),
                picks.ids);
    }
}
