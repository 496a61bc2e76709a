package vn.diaba.store.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * Merges one object that both sides changed: attribute by attribute, rings by stretch. Where both changed the same
 * differently, one side's value is taken and the attribute named. Confined to one thread, used once.
 */
final class ThreeWayMerge {
    private final boolean theirsWin;
    private final List<String> subjects = new ArrayList<>();

    private ThreeWayMerge(boolean theirsWin) {
        this.theirsWin = theirsWin;
    }

    /**
     * What came of a merge.
     *
     * @param value the merged object; null when it is removed
     * @param subjects the attributes both sides changed differently; none means no conflict
     */
    record Merged(@Nullable Object value, List<String> subjects) {}

    /** Merges; where both sides differ, theirs is taken on {@link Resolution#TAKE_THEIRS}, else mine. */
    static Merged merge(@Nullable Object base, @Nullable Object mine, @Nullable Object theirs, Resolution resolution) {
        ThreeWayMerge merge = new ThreeWayMerge(resolution == Resolution.TAKE_THEIRS);
        Object value = merge.object(base, mine, theirs);
        return new Merged(value, List.copyOf(merge.subjects));
    }

    private @Nullable Object object(@Nullable Object base, @Nullable Object mine, @Nullable Object theirs) {
        if (Objects.equals(mine, theirs) || Objects.equals(base, theirs)) {
            return mine;
        }
        if (Objects.equals(base, mine)) {
            return theirs;
        }
        if (mine == null || theirs == null || base == null) {
            subjects.add("existence");
            return theirsWin ? theirs : mine;
        }
        if (base instanceof Corner b && mine instanceof Corner m && theirs instanceof Corner t) {
            return new Corner(
                    b.id(),
                    pick("position", b.position(), m.position(), t.position()),
                    pick("monument", b.monument(), m.monument(), t.monument()),
                    pick("observation", b.observation(), m.observation(), t.observation()),
                    further(b.further(), m.further(), t.further()));
        }
        if (base instanceof SideFacts b && mine instanceof SideFacts m && theirs instanceof SideFacts t) {
            return new SideFacts(
                    pick("lineKind", b.lineKind(), m.lineKind(), t.lineKind()),
                    pick("along", b.along(), m.along(), t.along()),
                    pick("wallOf", b.wallOf(), m.wallOf(), t.wallOf()),
                    pick("agreement", b.agreement(), m.agreement(), t.agreement()),
                    further(b.further(), m.further(), t.further()));
        }
        if (base instanceof Parcel b && mine instanceof Parcel m && theirs instanceof Parcel t) {
            return parcel(b, m, t);
        }
        return entry((LandRecord) base, (LandRecord) mine, (LandRecord) theirs);
    }

    private <T> T pick(String subject, T base, T mine, T theirs) {
        if (Objects.equals(mine, theirs) || Objects.equals(base, theirs)) {
            return mine;
        }
        if (Objects.equals(base, mine)) {
            return theirs;
        }
        subjects.add(subject);
        return theirsWin ? theirs : mine;
    }

    private LandRecord entry(LandRecord base, LandRecord mine, LandRecord theirs) {
        if (base instanceof Party b && mine instanceof Party m && theirs instanceof Party t) {
            return new Party(
                    b.id(),
                    pick("name", b.name(), m.name(), t.name()),
                    pick("idNumber", b.idNumber(), m.idNumber(), t.idNumber()),
                    pick("userType", b.userType(), m.userType(), t.userType()),
                    pick("address", b.address(), m.address(), t.address()),
                    further(b.further(), m.further(), t.further()));
        }
        if (base instanceof Right b && mine instanceof Right m && theirs instanceof Right t) {
            List<Integer> share = pick(
                    "share",
                    List.of(b.numerator(), b.denominator()),
                    List.of(m.numerator(), m.denominator()),
                    List.of(t.numerator(), t.denominator()));
            return new Right(
                    b.id(),
                    pick("party", b.party(), m.party(), t.party()),
                    pick("parcel", b.parcel(), m.parcel(), t.parcel()),
                    share.get(0),
                    share.get(1),
                    further(b.further(), m.further(), t.further()));
        }
        if (base instanceof MapObject b && mine instanceof MapObject m && theirs instanceof MapObject t) {
            return new MapObject(
                    b.id(),
                    pick("level", b.level(), m.level(), t.level()),
                    pick("shape", b.shape(), m.shape(), t.shape()),
                    pick("text", b.text(), m.text(), t.text()),
                    facts(b.facts(), m.facts(), t.facts()));
        }
        if (base instanceof SurveyPoint b && mine instanceof SurveyPoint m && theirs instanceof SurveyPoint t) {
            return point(b, m, t);
        }
        if (base instanceof CaseFile b && mine instanceof CaseFile m && theirs instanceof CaseFile t) {
            return file(b, m, t);
        }
        if (base instanceof Paper b && mine instanceof Paper m && theirs instanceof Paper t) {
            return paper(b, m, t);
        }
        if (base instanceof Attachment b && mine instanceof Attachment m && theirs instanceof Attachment t) {
            return attachment(b, m, t);
        }
        return pick("record", base, mine, theirs);
    }

    private ObjectFacts facts(ObjectFacts b, ObjectFacts m, ObjectFacts t) {
        return new ObjectFacts(
                pick("kind", b.kind(), m.kind(), t.kind()),
                pick("name", b.name(), m.name(), t.name()),
                pick("structure", b.structure(), m.structure(), t.structure()),
                pick("floors", b.floors(), m.floors(), t.floors()),
                pick("turn", b.turnDegrees(), m.turnDegrees(), t.turnDegrees()),
                pick("remark", b.remark(), m.remark(), t.remark()),
                extras(b.extras(), m.extras(), t.extras()),
                further(b.further(), m.further(), t.further()));
    }

    private SurveyPoint point(SurveyPoint b, SurveyPoint m, SurveyPoint t) {
        return new SurveyPoint(
                b.id(),
                pick("role", b.role(), m.role(), t.role()),
                pick("number", b.number(), m.number(), t.number()),
                pick("position", b.position(), m.position(), t.position()),
                pick("height", b.heightMetres(), m.heightMetres(), t.heightMetres()),
                pick("code", b.code(), m.code(), t.code()),
                pick("observation", b.observation(), m.observation(), t.observation()),
                pick("raw", b.raw(), m.raw(), t.raw()),
                pick(
                                "corner",
                                Optional.ofNullable(b.corner()),
                                Optional.ofNullable(m.corner()),
                                Optional.ofNullable(t.corner()))
                        .orElse(null),
                further(b.further(), m.further(), t.further()));
    }

    private CaseFile file(CaseFile b, CaseFile m, CaseFile t) {
        return new CaseFile(
                b.id(),
                pick("number", b.number(), m.number(), t.number()),
                pick("procedure", b.procedure(), m.procedure(), t.procedure()),
                pick("state", b.state(), m.state(), t.state()),
                day("received", b.received(), m.received(), t.received()),
                day("deadline", b.deadline(), m.deadline(), t.deadline()),
                together(b.parcels(), m.parcels(), t.parcels()),
                pick("applicant", b.applicant(), m.applicant(), t.applicant()),
                pick("remark", b.remark(), m.remark(), t.remark()),
                pick("reason", b.reason(), m.reason(), t.reason()),
                further(b.further(), m.further(), t.further()));
    }

    private Paper paper(Paper b, Paper m, Paper t) {
        return new Paper(
                b.id(),
                pick("type", b.type(), m.type(), t.type()),
                pick("number", b.number(), m.number(), t.number()),
                pick("bookNumber", b.bookNumber(), m.bookNumber(), t.bookNumber()),
                day("issued", b.issued(), m.issued(), t.issued()),
                pick("issuer", b.issuer(), m.issuer(), t.issuer()),
                together(b.parcels(), m.parcels(), t.parcels()),
                together(b.holders(), m.holders(), t.holders()),
                pick("remark", b.remark(), m.remark(), t.remark()),
                further(b.further(), m.further(), t.further()));
    }

    private Attachment attachment(Attachment b, Attachment m, Attachment t) {
        return new Attachment(
                b.id(),
                pick("of", b.of(), m.of(), t.of()),
                pick("name", b.name(), m.name(), t.name()),
                pick("mediaType", b.mediaType(), m.mediaType(), t.mediaType()),
                pick("content", b.bytes(), m.bytes(), t.bytes()),
                pick("content", b.sha256(), m.sha256(), t.sha256()),
                pick("remark", b.remark(), m.remark(), t.remark()),
                further(b.further(), m.further(), t.further()));
    }

    private @Nullable LocalDate day(
            String subject, @Nullable LocalDate b, @Nullable LocalDate m, @Nullable LocalDate t) {
        return pick(subject, Optional.ofNullable(b), Optional.ofNullable(m), Optional.ofNullable(t))
                .orElse(null);
    }

    /** What either side added is in, what either side took out is not: nothing to decide. */
    private static <T> List<T> together(List<T> base, List<T> mine, List<T> theirs) {
        List<T> all = new ArrayList<>(mine);
        all.addAll(theirs);
        all.removeIf(one -> base.contains(one) && !(mine.contains(one) && theirs.contains(one)));
        return all;
    }

    private Parcel parcel(Parcel base, Parcel mine, Parcel theirs) {
        if (!mine.isLive() || !theirs.isLive() || !base.isLive()) {
            return pick("retirement", base, mine, theirs);
        }
        List<Face> faces = faces(base.faces(), mine.faces(), theirs.faces());
        return new Parcel(
                base.id(),
                pick("set", base.set(), mine.set(), theirs.set()),
                pick("number", base.number(), mine.number(), theirs.number()),
                facts(base.facts(), mine.facts(), theirs.facts()),
                faces,
                pick("lifespan", base.lifespan(), mine.lifespan(), theirs.lifespan()),
                pick("parents", base.parents(), mine.parents(), theirs.parents()),
                null);
    }

    private List<Face> faces(List<Face> base, List<Face> mine, List<Face> theirs) {
        if (mine.equals(theirs) || base.equals(theirs)) {
            return mine;
        }
        Optional<List<Face>> merged = RingMerge.faces(base, mine, theirs);
        return merged.isPresent() ? merged.get() : pick("shape", base, mine, theirs);
    }

    private ParcelFacts facts(ParcelFacts b, ParcelFacts m, ParcelFacts t) {
        return new ParcelFacts(
                pick("code", b.code(), m.code(), t.code()),
                pick("sourceId", b.sourceId(), m.sourceId(), t.sourceId()),
                pick("landUse", b.landUses(), m.landUses(), t.landUses()),
                pick("legalLandUse", b.legalLandUses(), m.legalLandUses(), t.legalLandUses()),
                pick(
                                "legalArea",
                                Optional.ofNullable(b.legalArea()),
                                Optional.ofNullable(m.legalArea()),
                                Optional.ofNullable(t.legalArea()))
                        .orElse(null),
                pick("state", b.state(), m.state(), t.state()),
                pick("oldSheet", b.oldSheet(), m.oldSheet(), t.oldSheet()),
                pick("oldNumber", b.oldNumber(), m.oldNumber(), t.oldNumber()),
                pick("address", b.address(), m.address(), t.address()),
                extras(b.extras(), m.extras(), t.extras()),
                further(b.further(), m.further(), t.further()));
    }

    /** Nobody here can change it, so the land database's is right; what one may not see stays as it is here. */
    private static Further further(Further base, Further mine, Further theirs) {
        return Objects.equals(base, theirs) ? mine : theirs;
    }

    private Map<String, Object> extras(Map<String, Object> b, Map<String, Object> m, Map<String, Object> t) {
        Set<String> names = new LinkedHashSet<>(m.keySet());
        names.addAll(t.keySet());
        Map<String, Object> merged = new LinkedHashMap<>();
        for (String name : names) {
            Optional<Object> value = pick(
                    name,
                    Optional.ofNullable(b.get(name)),
                    Optional.ofNullable(m.get(name)),
                    Optional.ofNullable(t.get(name)));
            value.ifPresent(present -> merged.put(name, present));
        }
        return merged;
    }
}
