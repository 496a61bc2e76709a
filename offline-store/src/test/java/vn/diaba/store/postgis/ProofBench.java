package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.TamperContract;

/** How long it takes to prove a log of 100,000 entries. */
@Tag("bench")
@ExtendWith(PostgisServer.class)
class ProofBench {
    private static final String USER = "quan_tri";

    @Test
    void aHundredThousandEntriesAreProvedInTenSeconds(PostgisServer server) throws Exception {
        String database = server.database();
        try (LandDatabase central = server.user(database, USER, "admin")) {
            TamperContract.fill(central);
        }
        server.sql(database, """
                DO $$
                DECLARE
                  e sync.entry;
                  h sync.zone_head;
                  v_hash bytea;
                BEGIN
                  SELECT * INTO e FROM sync.entry WHERE seq = 1;
                  SELECT * INTO h FROM sync.zone_head WHERE zone_id = 1;
                  FOR n IN 1 .. 100000 - 40 LOOP
                    e.seq := h.head_seq + n;
                    e.changeset_id := gen_random_uuid();
                    e.prev_hash := coalesce(v_hash, h.head_hash);
                    v_hash := sha256(e.prev_hash || int8send(e.seq) || uuid_send(e.changeset_id)
                      || sha256(sha256(convert_to(e.land, 'UTF8')) || e.person_hash) || convert_to(e.author, 'UTF8')
                      || int8send(floor(extract(epoch FROM e.accepted_at))::bigint)
                      || int4send(((extract(epoch FROM e.accepted_at) % 1) * 1000000000)::int));
                    e.hash := v_hash;
                    INSERT INTO sync.entry SELECT e.*;
                    INSERT INTO sync.change SELECT province_id, zone_id, e.seq, idx, kind, object_id, second_id, op, version, body
                      FROM sync.change WHERE zone_id = 1 AND seq = 1;
                    INSERT INTO sync.changeset SELECT province_id, e.changeset_id, zone_id, e.seq, client_id, username, author,
                      payload_sha, versions, server_ts, sha256(v_hash || uuid_send(e.changeset_id) || uuid_send(client_id)
                      || int8send((extract(epoch FROM server_ts) * 1000000)::bigint) || convert_to(username, 'UTF8'))
                      FROM sync.changeset WHERE zone_id = 1 AND seq = 1;
                  END LOOP;
                  UPDATE sync.zone_head SET head_seq = 100000, head_hash = v_hash WHERE zone_id = 1;
                END $$""", "ANALYZE");
        try (PostgisOffice office = new PostgisOffice(server.address(USER, database))) {
            long start = System.nanoTime();
            assertEquals(List.of(), office.verify());
            System.getLogger("tamper")
                    .log(
                            System.Logger.Level.INFO,
                            "100,000 entries proved in {0} s",
                            (System.nanoTime() - start) / 1e9);
        }
    }
}
