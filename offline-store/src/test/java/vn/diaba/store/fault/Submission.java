package vn.diaba.store.fault;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.postgis.PostgisLandDatabase;
import vn.diaba.store.remote.Push;

/** A push inside a transaction of the test's own. Stateless. */
public final class Submission {
    private static final String CALL = "SELECT sync_api.push(?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?::jsonb) ->> 'status'";

    private Submission() {}

    /** A new survey point, which nobody else touches. */
    public static Push ofNewPoint(UUID id, int zone) {
        SurveyPoint point = SurveyPoint.at(
                id, SurveyPoint.Role.CONTROL, "DC" + id.getLeastSignificantBits(), new EastNorth(598_000, 1_214_000));
        Change.RecordChange change = new Change.RecordChange(id, null, point);
        ChangeSet act = ChangeSet.planned(id, "add-point", List.of(change));
        return new Push(
                id,
                new UUID(3, 3),
                "an",
                zone,
                ChangeCodec.encode(act),
                List.of(new ObjectVersion(ObjectKey.of(change), 0)));
    }

    /** Pushes without committing; the verdict's word. */
    static String execute(Connection connection, Push push) throws SQLException {
        Payload payload = push.payload();
        List<Object> guards = new ArrayList<>();
        for (ObjectVersion guard : push.guards()) {
            guards.add(List.of(guard.key().kind(), guard.key().object(), guard.version()));
        }
        try (PreparedStatement call = connection.prepareStatement(CALL)) {
            call.setObject(1, push.id());
            call.setObject(2, push.client());
            call.setInt(3, PostgisLandDatabase.PROTOCOL);
            call.setInt(4, push.zone());
            call.setString(5, push.author());
            call.setString(6, new String(payload.land(), StandardCharsets.UTF_8));
            call.setString(7, new String(payload.person(), StandardCharsets.UTF_8));
            call.setString(8, new String(Json.write(guards), StandardCharsets.UTF_8));
            try (ResultSet row = call.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }
}
