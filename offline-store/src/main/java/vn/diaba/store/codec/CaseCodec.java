package vn.diaba.store.codec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.CaseFile;

/**
 * Cases in JSON. Who asks, remarks and reasons are personal; without them the rest still gives a case. Stateless.
 */
final class CaseCodec {
    static final String CASE = "case";

    private CaseCodec() {}

    static void write(CaseFile one, Map<String, Object> open, Map<String, Object> secret) {
        open.put("t", CASE);
        open.put("number", one.number());
        ValueCodec.text(open, "procedure", one.procedure());
        open.put("state", one.state());
        day(open, "received", one.received());
        day(open, "deadline", one.deadline());
        if (!one.parcels().isEmpty()) {
            open.put("parcels", one.parcels());
        }
        ValueCodec.text(secret, "applicant", one.applicant());
        ValueCodec.text(secret, "remark", one.remark());
        ValueCodec.text(secret, "reason", one.reason());
        FurtherCodec.write(one.further(), open, secret);
    }

    private static void day(Map<String, Object> open, String name, @Nullable LocalDate day) {
        if (day != null) {
            open.put(name, day);
        }
    }

    static CaseFile read(UUID id, JsonObject open, JsonObject secret) throws CodecException {
        FurtherCodec more = new FurtherCodec(open);
        List<ParcelId> parcels = new ArrayList<>();
        for (Object parcel : open.list("parcels")) {
            parcels.add(ParcelId.of(JsonObject.id(parcel)));
        }
        return new CaseFile(
                id,
                open.text("number"),
                open.textOr("procedure"),
                more.constant("state", CaseFile.State.OPEN),
                day(open.textOr("received")),
                day(open.textOr("deadline")),
                parcels,
                secret.textOr("applicant"),
                secret.textOr("remark"),
                secret.textOr("reason"),
                more.rest(FurtherCodec.CASE, secret, FurtherCodec.CASE_SECRET));
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
