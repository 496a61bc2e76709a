package vn.diaba.cadastre.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import vn.diaba.cadastre.casefile.EditCase;
import vn.diaba.cadastre.casefile.HandInCase;
import vn.diaba.cadastre.casefile.OpenCase;
import vn.diaba.cadastre.casefile.ReturnCase;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.object.EditObject;
import vn.diaba.cadastre.object.EditSide;
import vn.diaba.cadastre.object.MoveObject;
import vn.diaba.cadastre.object.RemoveObjects;
import vn.diaba.cadastre.paper.AddAttachment;
import vn.diaba.cadastre.paper.AddPaper;
import vn.diaba.cadastre.paper.EditAttachment;
import vn.diaba.cadastre.paper.EditPaper;
import vn.diaba.cadastre.paper.RemoveAttachment;
import vn.diaba.cadastre.paper.RemovePaper;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/** Random edits of what is drawn beside the parcels and of what is known of sides. */
final class RandomObjects {
    static final Map<String, Function<Picks, EditCommand>> KINDS = kinds();

    private RandomObjects() {}

    private static Map<String, Function<Picks, EditCommand>> kinds() {
        Map<String, Function<Picks, EditCommand>> kinds = new LinkedHashMap<>();
        kinds.put("add-objects", RandomObjects::add);
        kinds.put("move-object", RandomObjects::move);
        kinds.put("edit-object", RandomObjects::edit);
        kinds.put("remove-objects", RandomObjects::remove);
        kinds.put("edit-side", RandomObjects::side);
        kinds.put("open-case", RandomObjects::open);
        kinds.put("turn-case", RandomObjects::turn);
        kinds.put("add-paper", RandomObjects::register);
        kinds.put("alter-paper", RandomObjects::alter);
        kinds.put("attach", RandomObjects::attach);
        return kinds;
    }

    private static AddObjects add(Picks picks) {
        List<PlacedRecord> fresh = new ArrayList<>();
        for (int n = picks.random.nextInt(4); n > 0; n--) {
            fresh.add(fresh(picks, picks.ids.uuid(n)));
        }
        if (picks.isSeldom()) {
            fresh.add(fresh(picks, some(picks)));
        }
        Origin origin = picks.random.nextBoolean() ? Origin.IMPORT : Origin.SURVEYOR;
        return new AddObjects(fresh, origin, picks.ids.uuid(0));
    }

    private static PlacedRecord fresh(Picks picks, UUID id) {
        EastNorth place = picks.near(picks.at(picks.corner()));
        switch (picks.random.nextInt(4)) {
            case 0:
                CornerId corner = picks.random.nextBoolean() ? picks.corner() : null;
                return SurveyPoint.at(id, SurveyPoint.Role.DETAIL, "" + picks.random.nextInt(50), place)
                        .asCorner(corner);
            case 1:
                return MapObject.of(id, 14, area(picks, place), "b2");
            case 2:
                List<EastNorth> line = List.of(place, picks.near(place), picks.on(picks.side()));
                return MapObject.of(id, 23, ObjectShape.line(line), "");
            default:
                return MapObject.of(id, 48, ObjectShape.point(place), "Sông Cái");
        }
    }

    private static OpenCase open(Picks picks) {
        List<ParcelId> about = picks.land.parcelsAt(picks.corner());
        String number = picks.isSeldom() ? "" : picks.random.nextInt(40) + "/2026";
        return new OpenCase(CaseFile.opened(picks.ids.uuid(1), number, "TN", about), picks.ids);
    }

    private static EditCommand turn(Picks picks) {
        List<CaseFile> all = picks.land.cases();
        UUID file = all.isEmpty()
                ? new UUID(3, 1)
                : all.get(picks.random.nextInt(all.size())).id();
        switch (picks.random.nextInt(3)) {
            case 0:
                return new ReturnCase(file, "thiếu chữ ký " + picks.random.nextInt(3), picks.ids);
            case 1:
                CaseFile fresh = CaseFile.opened(file, "sửa " + picks.random.nextInt(40), "TN", List.of());
                return new EditCase(fresh, picks.ids);
            default:
                return new HandInCase(file, picks.ids);
        }
    }

    private static AddPaper register(Picks picks) {
        List<ParcelId> about = picks.land.parcelsAt(picks.corner());
        Paper fresh = Paper.of(picks.ids.uuid(1), picks.isSeldom() ? "" : "GCN", "AA " + picks.random.nextInt(60));
        return new AddPaper(fresh.about(about).naming(parties(picks)), picks.ids);
    }

    private static List<UUID> parties(Picks picks) {
        List<UUID> all = new ArrayList<>();
        for (ParcelId parcel : picks.land.parcelsAt(picks.corner())) {
            picks.land.rightsOf(parcel).forEach(right -> all.add(right.party()));
        }
        return all;
    }

    private static Paper paper(Picks picks) {
        List<Paper> all = picks.land.papers();
        return all.isEmpty() || picks.isSeldom()
                ? Paper.of(new UUID(3, 2), "GCN", "")
                : all.get(picks.random.nextInt(all.size()));
    }

    private static EditCommand alter(Picks picks) {
        Paper paper = paper(picks);
        return picks.random.nextInt(3) == 0
                ? new RemovePaper(paper.id(), picks.ids)
                : new EditPaper(paper.remarked("lần " + picks.random.nextInt(3)).naming(parties(picks)), picks.ids);
    }

    private static EditCommand attach(Picks picks) {
        List<Attachment> all = picks.land.attachments();
        if (!all.isEmpty() && picks.random.nextBoolean()) {
            Attachment some = all.get(picks.random.nextInt(all.size()));
            return picks.random.nextBoolean()
                    ? new RemoveAttachment(some.id(), picks.ids)
                    : new EditAttachment(some.id(), "ảnh " + picks.random.nextInt(3), "", picks.ids);
        }
        List<ParcelId> parcels = picks.land.parcelsAt(picks.corner());
        List<UUID> owners = new ArrayList<>(List.of(some(picks), paper(picks).id()));
        parcels.forEach(parcel -> owners.add(parcel.uuid()));
        UUID of = owners.get(picks.random.nextInt(owners.size()));
        String hash = String.format(java.util.Locale.ROOT, "%064x", picks.random.nextInt(9));
        return new AddAttachment(
                new Attachment(picks.ids.uuid(1), of, "ảnh.jpg", "image/jpeg", 9, hash, ""), picks.ids);
    }

    private static ObjectShape area(Picks picks, EastNorth place) {
        return ObjectShape.area(
                List.of(place, Picks.moved(place, 4, 0), picks.near(Picks.moved(place, 4, 3)), picks.near(place)));
    }

    /** An object's id, seldom of one that is not there. */
    private static UUID some(Picks picks) {
        List<UUID> all = new ArrayList<>();
        picks.land.forEachObject(one -> all.add(one.id()));
        all.sort(null);
        return all.isEmpty() || picks.isSeldom()
                ? new UUID(picks.random.nextLong(), 1)
                : all.get(picks.random.nextInt(all.size()));
    }

    private static MoveObject move(Picks picks) {
        UUID object = some(picks);
        EastNorth from = picks.land
                .findRecord(object)
                .map(one -> any(((PlacedRecord) one).shape(), picks.random))
                .orElse(new EastNorth(0, 0));
        EastNorth to = picks.isSeldom() ? from : picks.near(from);
        return new MoveObject(object, from, to, picks.random.nextBoolean(), picks.ids);
    }

    private static EastNorth any(ObjectShape shape, Random random) {
        List<EastNorth> part = shape.part(random.nextInt(shape.parts()));
        return part.get(random.nextInt(part.size()));
    }

    private static EditObject edit(Picks picks) {
        List<Map<String, String>> some = List.of(
                Map.of("text", "Hồ " + picks.random.nextInt(3)),
                Map.of("level", "" + (1 + picks.random.nextInt(70))),
                Map.of("structure", "g", "floors", "" + picks.random.nextInt(4)),
                Map.of("number", "DC-" + picks.random.nextInt(9), "sigma", "0.02"),
                Map.of("ghi_chu", "xem lại"));
        return new EditObject(some(picks), some.get(picks.random.nextInt(some.size())), picks.ids);
    }

    private static RemoveObjects remove(Picks picks) {
        List<UUID> gone = new ArrayList<>(List.of(some(picks)));
        if (picks.random.nextBoolean()) {
            gone.add(some(picks));
        }
        return new RemoveObjects(gone, picks.ids);
    }

    private static EditSide side(Picks picks) {
        CornerId one = picks.corner();
        CornerId other = other(picks);
        SideKey side = picks.isSeldom() && !one.equals(other) ? new SideKey(one, other) : picks.side();
        List<Map<String, String>> some = List.of(
                Map.of("line", "" + (20 + picks.random.nextInt(4))),
                Map.of("along", "tường rào", "wallOf", "" + picks.random.nextInt(3)),
                Map.of("agreement", picks.random.nextBoolean() ? "agreed" : ""),
                Map.of("along", "", "wallOf", "", "agreement", "", "line", ""));
        return new EditSide(side, some.get(picks.random.nextInt(some.size())), picks.ids);
    }

    /** A corner that may be anywhere, or nowhere. */
    private static CornerId other(Picks picks) {
        return picks.random.nextBoolean()
                ? new CornerId(picks.random.nextLong(), 5)
                : picks.side().second();
    }
}
