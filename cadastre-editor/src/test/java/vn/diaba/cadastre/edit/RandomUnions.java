package vn.diaba.cadastre.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.AddPart;
import vn.diaba.cadastre.union.AdjustBoundary;
import vn.diaba.cadastre.union.AnnexLand;
import vn.diaba.cadastre.union.CutHole;
import vn.diaba.cadastre.union.DissolveRoad;
import vn.diaba.cadastre.union.FillHole;
import vn.diaba.cadastre.union.MergeChoice;
import vn.diaba.cadastre.union.MergeParcels;
import vn.diaba.cadastre.union.RemovePart;
import vn.diaba.cadastre.union.RetireParcel;
import vn.diaba.cadastre.union.Terms;

/** Random edits by which land passes from one parcel to another, of every kind. */
final class RandomUnions {
    static final Map<String, Function<Picks, EditCommand>> KINDS = kinds();

    private RandomUnions() {}

    private static Map<String, Function<Picks, EditCommand>> kinds() {
        Map<String, Function<Picks, EditCommand>> kinds = new LinkedHashMap<>();
        kinds.put("merge-parcels", RandomUnions::merge);
        kinds.put("annex-land", RandomUnions::annex);
        kinds.put("adjust-boundary", RandomUnions::adjust);
        kinds.put("cut-hole", RandomUnions::cutHole);
        kinds.put("fill-hole", RandomUnions::fillHole);
        kinds.put("add-part", RandomUnions::addPart);
        kinds.put("remove-part", RandomUnions::removePart);
        kinds.put("dissolve-road", RandomUnions::dissolve);
        kinds.put("retire-parcel", RandomUnions::retire);
        return kinds;
    }

    private static String reason(Picks picks) {
        return picks.random.nextInt(4) == 0 ? "" : "theo quyết định";
    }

    private static Terms terms(Picks picks) {
        return new Terms(
                picks.random.nextBoolean() ? Terms.Identity.KEPT : Terms.Identity.RENEWED,
                picks.random.nextBoolean() ? Terms.Legal.PAPERS : Terms.Legal.SURVEY,
                reason(picks),
                Picks.DAY);
    }

    private static MergeChoice choice(Picks picks, ParcelId part) {
        if (picks.random.nextInt(3) == 0) {
            return MergeChoice.NONE;
        }
        Map<String, ParcelId> from =
                picks.random.nextBoolean() ? Map.of() : Map.of(picks.isSeldom() ? "number" : "address", part);
        Map<String, String> values = picks.random.nextInt(3) > 0 ? Map.of() : Map.of("landUser", "người mua");
        Terms.Legal legal = picks.random.nextBoolean() ? Terms.Legal.PAPERS : Terms.Legal.SURVEY;
        return new MergeChoice(from, values, legal, picks.random.nextBoolean());
    }

    private static MergeParcels merge(Picks picks) {
        Parcel one = picks.parcel();
        List<ParcelId> parts = new ArrayList<>(List.of(one.id(), picks.beside(one)));
        while (picks.random.nextInt(3) == 0) {
            parts.add(picks.beside(picks.land.parcel(parts.get(picks.random.nextInt(parts.size())))));
        }
        return new MergeParcels(parts, choice(picks, one.id()), reason(picks), Picks.DAY, picks.ids);
    }

    private static AnnexLand annex(Picks picks) {
        Parcel from = picks.parcel();
        List<EastNorth> line = picks.isSeldom() ? List.of() : picks.line(from);
        @Nullable EastNorth inside = picks.random.nextBoolean() ? picks.inside(from) : null;
        return new AnnexLand(from.id(), picks.beside(from), new AnnexLand.Part(line, inside), terms(picks), picks.ids);
    }

    private static AdjustBoundary adjust(Picks picks) {
        Parcel one = picks.parcel();
        List<ParcelId> parcels = new ArrayList<>(List.of(one.id(), picks.beside(one)));
        if (picks.random.nextInt(3) == 0) {
            parcels.add(picks.beside(one));
        }
        List<EastNorth> line = picks.random.nextInt(3) == 0 ? picks.line(one) : beside(picks, one);
        return new AdjustBoundary(parcels, line, terms(picks), picks.ids);
    }

    /** A line that follows a side of a parcel at some distance. */
    private static List<EastNorth> beside(Picks picks, Parcel parcel) {
        var side = picks.side(parcel);
        EastNorth a = picks.at(side.first());
        EastNorth b = picks.at(side.second());
        EastNorth bend = picks.near(picks.on(side));
        switch (picks.random.nextInt(3)) {
            case 0:
                return List.of(a, bend, b);
            case 1:
                double off = picks.random.nextGaussian();
                double east = b.east() - a.east();
                double north = b.north() - a.north();
                double length = Math.max(1e-3, Math.hypot(east, north));
                return List.of(
                        Picks.moved(a, off * north / length, -off * east / length),
                        Picks.moved(b, off * north / length, -off * east / length));
            default:
                return List.of(picks.on(side), bend, picks.on(picks.side(parcel)));
        }
    }

    private static CutHole cutHole(Picks picks) {
        Parcel parcel = picks.parcel();
        EastNorth centre = picks.inside(parcel);
        double size = 0.05 + 3 * picks.random.nextDouble();
        List<EastNorth> ring = new ArrayList<>();
        int n = 3 + picks.random.nextInt(3);
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * i / n;
            ring.add(Picks.moved(centre, size * Math.sin(angle), size * Math.cos(angle)));
        }
        if (picks.isSeldom()) {
            ring.set(0, picks.near(picks.at(picks.corner())));
        }
        return new CutHole(parcel.id(), ring, picks.random.nextBoolean(), terms(picks), picks.ids);
    }

    /** Into a hole of some parcel that nobody has, else into any ground. */
    private static FillHole fillHole(Picks picks) {
        Parcel parcel = picks.parcel();
        List<EastNorth> open = new ArrayList<>();
        for (Parcel one : picks.parcels()) {
            one.faces().stream()
                    .flatMap(face -> face.holes().stream())
                    .map(picks::middle)
                    .filter(place -> picks.land.index().parcelsAt(place).isEmpty())
                    .forEach(open::add);
        }
        EastNorth ground = picks.random.nextBoolean() ? picks.inside(parcel) : picks.near(picks.on(picks.side()));
        EastNorth place = open.isEmpty() ? ground : open.get(picks.random.nextInt(open.size()));
        @Nullable ParcelId to = picks.random.nextBoolean() ? null : nearestTo(picks, place);
        return new FillHole(place, to, parcel.set(), terms(picks), picks.ids);
    }

    private static ParcelId nearestTo(Picks picks, EastNorth place) {
        return picks.land
                .index()
                .nearestCorner(place, 1e4)
                .map(corner -> picks.land.parcelsAt(corner.id()).get(0))
                .orElse(picks.parcel().id());
    }

    private static AddPart addPart(Picks picks) {
        Parcel from = picks.parcel();
        ParcelId to =
                picks.random.nextBoolean() ? picks.beside(from) : picks.parcel().id();
        return new AddPart(to, from.id(), picks.inside(from), terms(picks), picks.ids);
    }

    private static RemovePart removePart(Picks picks) {
        Parcel parcel = picks.parcel();
        for (int n = 0; n < 6 && parcel.faces().size() < 2; n++) {
            parcel = picks.parcel();
        }
        return new RemovePart(parcel.id(), picks.inside(parcel), picks.random.nextBoolean(), terms(picks), picks.ids);
    }

    private static DissolveRoad dissolve(Picks picks) {
        Parcel start = picks.parcel();
        return new DissolveRoad(start.id(), choice(picks, start.id()), reason(picks), Picks.DAY, picks.ids);
    }

    private static RetireParcel retire(Picks picks) {
        return new RetireParcel(picks.parcel().id(), reason(picks), Picks.DAY, picks.ids);
    }
}
