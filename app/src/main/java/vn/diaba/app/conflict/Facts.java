package vn.diaba.app.conflict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.text.MaskedNumber;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.record.SurveyPoint;

/** The attributes of a value in conflict, by the names conflicts call them, as text of one language. Stateless. */
final class Facts {
    /** A number of 9 or 12 digits says who a person is. */
    private static final Pattern IDENTITY = Pattern.compile("\\d{9}|\\d{12}");

    private final Messages messages;
    private final Map<String, String> all = new LinkedHashMap<>();

    private Facts(Messages messages) {
        this.messages = messages;
    }

    /** Attributes in the order they are shown; a value that does not exist has only {@code existence}. */
    static Map<String, String> of(@Nullable Object value, Messages messages) {
        Facts facts = new Facts(messages);
        facts.all.put("existence", messages.sentence(value == null ? "conflict-gone" : "conflict-there"));
        if (value instanceof Corner corner) {
            facts.put("position", place(corner.position(), messages))
                    .put("monument", corner.monument())
                    .put("observation", facts.observation(corner.observation()));
        } else if (value instanceof SideFacts side) {
            facts.put("lineKind", side.lineKind())
                    .put("along", side.along())
                    .put("wallOf", side.wallOf())
                    .put("agreement", messages.sentence("conflict-agreement." + side.agreement()));
        } else if (value instanceof Parcel parcel) {
            facts.parcel(parcel);
        } else if (value instanceof Party party) {
            facts.put("name", party.name())
                    .put("idNumber", MaskedNumber.of(party.idNumber()))
                    .put("userType", party.userType())
                    .put("address", party.address());
        } else if (value instanceof Right right) {
            facts.put("share", right.numerator() + "/" + right.denominator());
        } else if (value instanceof MapObject object) {
            facts.object(object);
        } else if (value instanceof SurveyPoint point) {
            facts.point(point);
        } else if (value instanceof CaseFile one) {
            facts.file(one);
        } else if (value instanceof Paper paper) {
            facts.paper(paper);
        } else if (value instanceof Attachment file) {
            facts.put("name", file.name()).put("remark", file.remark());
        }
        return facts.all;
    }

    private Facts put(String name, Object value) {
        all.put(name, messages.values().plain(value));
        return this;
    }

    private void parcel(Parcel parcel) {
        ParcelFacts facts = parcel.facts();
        put("retirement", messages.sentence(parcel.isLive() ? "conflict-lives" : "conflict-retired"));
        put("number", parcel.label());
        put("code", facts.code());
        put("landUse", LandUse.codes(facts.landUses()));
        put("legalLandUse", LandUse.codes(facts.legalLandUses()));
        put("legalArea", facts.legalArea() == null ? "" : messages.sentence("conflict-area", facts.legalArea()));
        put("state", messages.sentence("state-value." + facts.state().name().toLowerCase(Locale.ROOT)));
        put("oldSheet", facts.oldSheet());
        put("oldNumber", facts.oldNumber());
        put("address", facts.address());
        extras(facts.extras());
        if (parcel.isLive()) {
            int corners = parcel.rings().mapToInt(ring -> ring.corners().size()).sum();
            put("shape", messages.sentence("conflict-corners", corners));
        }
    }

    private void object(MapObject object) {
        put("level", object.level());
        put("text", object.text());
        put("kind", object.facts().kind());
        put("name", object.facts().name());
        put("structure", object.facts().structure());
        put("floors", object.facts().floors());
        put("turn", object.facts().turnDegrees());
        put("remark", object.facts().remark());
        extras(object.facts().extras());
        put("shape", shape(object.shape()));
    }

    private void point(SurveyPoint point) {
        put("number", point.number());
        put("position", place(point.position(), messages));
        put("height", Double.isNaN(point.heightMetres()) ? "" : point.heightMetres());
        put("code", point.code());
        put("observation", observation(point.observation()));
    }

    private void file(CaseFile one) {
        put("number", one.number());
        put("procedure", one.procedure());
        put("state", messages.sentence("case-state." + one.state().name().toLowerCase(Locale.ROOT)));
        put("received", one.received() == null ? "" : one.received());
        put("deadline", one.deadline() == null ? "" : one.deadline());
        put("applicant", one.applicant());
        put("remark", one.remark());
        put("reason", one.reason());
    }

    private void paper(Paper paper) {
        put("type", paper.type());
        put("number", IDENTITY.matcher(paper.number()).matches() ? MaskedNumber.of(paper.number()) : paper.number());
        put("bookNumber", paper.bookNumber());
        put("issued", paper.issued() == null ? "" : paper.issued());
        put("issuer", paper.issuer());
        put("parcels", messages.sentence("conflict-of-parcels", paper.parcels().size()));
        put("holders", messages.sentence("conflict-of-holders", paper.holders().size()));
        put("remark", paper.remark());
    }

    private void extras(Map<String, Object> extras) {
        extras.forEach((name, value) -> put(name, value));
    }

    private String shape(ObjectShape shape) {
        return shape.kind() == ObjectShape.Kind.POINT
                ? place(shape.first(), messages)
                : messages.sentence("conflict-shape", shape.positions(), place(shape.first(), messages));
    }

    private String observation(Observation seen) {
        String sigma = Double.isNaN(seen.sigmaMetres()) ? "" : messages.sentence("conflict-sigma", seen.sigmaMetres());
        String day = seen.date() == null ? "" : messages.values().plain(seen.date());
        return List.of(seen.method(), sigma, day, seen.surveyor()).stream()
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    private static String place(EastNorth place, Messages messages) {
        return messages.sentence("conflict-place", place.north(), place.east());
    }
}
