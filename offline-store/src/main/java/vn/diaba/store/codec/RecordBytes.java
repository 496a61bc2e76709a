package vn.diaba.store.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.NewerRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * Records of every kind and facts of sides in bytes. It is to be sealed. Stateless.
 */
public final class RecordBytes {
    private static final int PARTY = 1;
    private static final int RIGHT = 2;
    private static final int OBJECT = 3;
    private static final int POINT = 4;
    private static final int CASE = 6;
    private static final int NEWER = 5;
    private static final int PAPER = 7;
    private static final int ATTACHMENT = 8;
    /** Set where more is known of a party or right than this version knows. */
    private static final int MORE = 64;

    private RecordBytes() {}

    /** Writes a record behind what is there. */
    public static void write(LandRecord entry, ByteSink out) {
        if (entry instanceof Party party) {
            id(out.octet(PARTY | more(party.further())), party.id());
            out.text(party.name()).text(party.idNumber());
            out.text(party.userType()).text(party.address());
            further(out, party.further());
        } else if (entry instanceof Right right) {
            id(out.octet(RIGHT | more(right.further())), right.id());
            id(out, right.party());
            id(out, right.parcel().uuid());
            out.number(right.numerator()).number(right.denominator());
            further(out, right.further());
        } else if (entry instanceof MapObject object) {
            id(out.octet(OBJECT), object.id());
            PlacedBytes.write(object, out);
        } else if (entry instanceof SurveyPoint point) {
            id(out.octet(POINT), point.id());
            PlacedBytes.write(point, out);
        } else if (entry instanceof CaseFile one) {
            id(out.octet(CASE), one.id());
            Map<String, Object> land = new LinkedHashMap<>();
            Map<String, Object> person = new LinkedHashMap<>();
            CaseCodec.write(one, land, person);
            out.block(Json.write(land)).block(Json.write(person));
        } else if (entry instanceof Paper paper) {
            id(out.octet(PAPER), paper.id());
            PaperCodec.write(paper, out);
        } else if (entry instanceof Attachment file) {
            id(out.octet(ATTACHMENT), file.id());
            PaperCodec.write(file, out);
        } else if (entry instanceof NewerRecord newer) {
            id(out.octet(NEWER), newer.id());
            out.text(newer.kind()).text(newer.open()).text(newer.secret());
        }
    }

    private static int more(Further further) {
        return further.isEmpty() ? 0 : MORE;
    }

    private static void further(ByteSink out, Further further) {
        if (!further.isEmpty()) {
            FurtherCodec.write(further, out);
        }
    }

    private static Further further(int kind, ByteSource in) throws CodecException {
        return (kind & MORE) == 0 ? Further.NONE : FurtherCodec.read(in);
    }

    /** All records of land, so many to a block, in bytes that take a fraction of the room of the records themselves. */
    public static List<byte[]> blocks(Fabric land, int perBlock) {
        List<byte[]> blocks = new ArrayList<>();
        ByteSink[] out = {new ByteSink()};
        int[] count = {0};
        land.forEachRecord(entry -> {
            write(entry, out[0]);
            if (++count[0] % perBlock == 0) {
                blocks.add(out[0].done());
                out[0] = new ByteSink();
            }
        });
        if (count[0] % perBlock != 0) {
            blocks.add(out[0].done());
        }
        return blocks;
    }

    /** Reads the next record. */
    public static LandRecord read(ByteSource in) throws CodecException {
        int octet = in.octet();
        int kind = octet & ~MORE;
        UUID id = id(in);
        if (kind == PARTY) {
            return new Party(id, in.text(), in.text(), in.text(), in.text(), further(octet, in));
        }
        if (kind == RIGHT) {
            UUID party = id(in);
            ParcelId parcel = ParcelId.of(id(in));
            int share = in.count(Integer.MAX_VALUE);
            return new Right(id, party, parcel, share, in.count(Integer.MAX_VALUE), further(octet, in));
        }
        if (kind == OBJECT) {
            return PlacedBytes.object(id, in);
        }
        if (kind == POINT) {
            return PlacedBytes.point(id, in);
        }
        if (kind == CASE) {
            return CaseCodec.read(id, Json.read(in.block()), Json.read(in.block()));
        }
        if (kind == PAPER) {
            return PaperCodec.paper(id, in);
        }
        if (kind == ATTACHMENT) {
            return PaperCodec.attachment(id, in);
        }
        if (kind == NEWER) {
            return new NewerRecord(id, in.text(), in.text(), in.text());
        }
        throw new CodecException("unknown kind of record", null);
    }

    static void id(ByteSink out, UUID id) {
        out.number(id.getMostSignificantBits()).number(id.getLeastSignificantBits());
    }

    static UUID id(ByteSource in) throws CodecException {
        return new UUID(in.number(), in.number());
    }

    /** The facts of a side. */
    public static byte[] side(SideFacts facts) {
        Map<String, Object> land = new LinkedHashMap<>();
        Map<String, Object> person = new LinkedHashMap<>();
        ValueCodec.put(facts, "a", land, person);
        return new ByteSink().block(Json.write(land)).block(Json.write(person)).done();
    }

    /** The facts of a side again. */
    public static SideFacts side(byte[] bytes) throws CodecException {
        ByteSource in = new ByteSource(bytes);
        JsonObject land = Json.read(in.block()).object("a");
        JsonObject person = Json.read(in.block()).findObject("a");
        SideFacts facts = ValueCodec.side(land, person == null ? JsonObject.empty() : person);
        if (facts == null) {
            throw new CodecException("no facts of a side", null);
        }
        return facts;
    }
}
