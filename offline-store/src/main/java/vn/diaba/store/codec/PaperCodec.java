package vn.diaba.store.codec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.Paper;

/** Papers and attached files in JSON and in bytes. All of them but their kind is personal. Stateless. */
final class PaperCodec {
    static final String PAPER = "paper";
    static final String ATTACHMENT = "attachment";
    private static final int MOST = 1 << 20;

    private PaperCodec() {}

    static void write(Paper paper, Map<String, Object> open, Map<String, Object> secret) {
        open.put("t", PAPER);
        secret.put("type", paper.type());
        ValueCodec.text(secret, "number", paper.number());
        ValueCodec.text(secret, "bookNumber", paper.bookNumber());
        ValueCodec.text(secret, "issued", text(paper.issued()));
        ValueCodec.text(secret, "issuer", paper.issuer());
        if (!paper.parcels().isEmpty()) {
            secret.put("parcels", paper.parcels());
        }
        if (!paper.holders().isEmpty()) {
            secret.put("holders", paper.holders());
        }
        ValueCodec.text(secret, "remark", paper.remark());
        FurtherCodec.write(paper.further(), open, secret);
    }

    static void write(Attachment file, Map<String, Object> open, Map<String, Object> secret) {
        open.put("t", ATTACHMENT);
        secret.put("of", file.of());
        secret.put("name", file.name());
        ValueCodec.text(secret, "mediaType", file.mediaType());
        secret.put("bytes", file.bytes());
        secret.put("sha256", file.sha256());
        ValueCodec.text(secret, "remark", file.remark());
        FurtherCodec.write(file.further(), open, secret);
    }

    static Paper paper(UUID id, JsonObject open, JsonObject secret) throws CodecException {
        List<ParcelId> parcels = new ArrayList<>();
        for (Object parcel : secret.list("parcels")) {
            parcels.add(ParcelId.of(JsonObject.id(parcel)));
        }
        List<UUID> holders = new ArrayList<>();
        for (Object holder : secret.list("holders")) {
            holders.add(JsonObject.id(holder));
        }
        return new Paper(
                id,
                secret.text("type"),
                secret.textOr("number"),
                secret.textOr("bookNumber"),
                day(secret.textOr("issued")),
                secret.textOr("issuer"),
                parcels,
                holders,
                secret.textOr("remark"),
                new FurtherCodec(open).rest(FurtherCodec.RECORD, secret, FurtherCodec.PAPER_SECRET));
    }

    static Attachment attachment(UUID id, JsonObject open, JsonObject secret) throws CodecException {
        return new Attachment(
                id,
                secret.id("of"),
                secret.text("name"),
                secret.textOr("mediaType"),
                secret.number("bytes"),
                secret.text("sha256"),
                secret.textOr("remark"),
                new FurtherCodec(open).rest(FurtherCodec.RECORD, secret, FurtherCodec.ATTACHMENT_SECRET));
    }

    static void write(Paper paper, ByteSink out) {
        out.text(paper.type()).text(paper.number()).text(paper.bookNumber());
        out.text(text(paper.issued())).text(paper.issuer()).text(paper.remark());
        out.number(paper.parcels().size());
        paper.parcels().forEach(parcel -> RecordBytes.id(out, parcel.uuid()));
        out.number(paper.holders().size());
        paper.holders().forEach(holder -> RecordBytes.id(out, holder));
        FurtherCodec.write(paper.further(), out);
    }

    static void write(Attachment file, ByteSink out) {
        RecordBytes.id(out, file.of());
        out.text(file.name()).text(file.mediaType()).number(file.bytes()).text(file.sha256());
        out.text(file.remark());
        FurtherCodec.write(file.further(), out);
    }

    static Paper paper(UUID id, ByteSource in) throws CodecException {
        Paper paper = Paper.of(id, in.text(), in.text());
        String book = in.text();
        LocalDate issued = day(in.text());
        String issuer = in.text();
        String remark = in.text();
        List<ParcelId> parcels = new ArrayList<>();
        for (int n = in.count(MOST); n > 0; n--) {
            parcels.add(ParcelId.of(RecordBytes.id(in)));
        }
        List<UUID> holders = new ArrayList<>();
        for (int n = in.count(MOST); n > 0; n--) {
            holders.add(RecordBytes.id(in));
        }
        return new Paper(
                id,
                paper.type(),
                paper.number(),
                book,
                issued,
                issuer,
                parcels,
                holders,
                remark,
                FurtherCodec.read(in));
    }

    static Attachment attachment(UUID id, ByteSource in) throws CodecException {
        return new Attachment(
                id, RecordBytes.id(in), in.text(), in.text(), in.number(), in.text(), in.text(), FurtherCodec.read(in));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
