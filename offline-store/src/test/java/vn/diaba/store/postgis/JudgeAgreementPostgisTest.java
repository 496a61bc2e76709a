package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.Judge;
import vn.diaba.cadastre.edit.Verdict;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.remote.Guards;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.ZoneSpec;

/** The workstation's rules and the database's own give the same verdicts with the same rules. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class JudgeAgreementPostgisTest {
    private static final List<String> ENFORCED = List.of(
            "ring-is-simple",
            "no-overlap",
            "no-gap",
            "corners-apart",
            "no-duplicate",
            "number-is-unique",
            "code-is-free",
            "not-frozen");
    private static final List<Integer> PROVINCES = List.of(1, 4, 8, 11, 12, 14, 15, 19, 20, 22, 24, 25, 31, 33);
    private static final int ACTS_A_LAND = 50;

    private static LandJudge judge() {
        Judge book = Judge.of(RuleBook.standard(Tolerances.STANDARD).only(ENFORCED));
        return (before, after, act) ->
                Verdict.forbidding(Verdict.news(book, before, after, act), act.waivers()).stream()
                        .map(v -> new LandJudge.Refusal(
                                v.rule(),
                                v.parcels(),
                                v.place().east(),
                                v.place().north(),
                                ""))
                        .toList();
    }

    @Test
    void bothJudgeTheSameActsAlike(PostgisServer server) throws Exception {
        int acts = Integer.getInteger("postgis.acts", 150);
        TreeMap<String, Integer> verdicts = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        String database = server.database();
        try (LandDatabase sql = server.user(database, "quan_tri", "admin")) {
            for (int land = 0; land * ACTS_A_LAND < acts; land++) {
                play(sql, land + 1, verdicts, differences);
            }
        }
        assertEquals(List.of(), differences, verdicts.toString());
        assertTrue(verdicts.size() >= 6, verdicts.toString());
    }

    private static void play(LandDatabase sql, int zone, TreeMap<String, Integer> verdicts, List<String> differences)
            throws Exception {
        try (LandDatabase java = new MemoryLandDatabase(judge())) {
            Fabric land = TestFabrics.grid(6, 6);
            java.load(new ZoneSpec(zone, "z", 9210), land);
            // Each in a province and on a meridian of its own: codes are compared in the province, ground by meridian.
            sql.load(new ZoneSpec(zone, "z", 9205 + zone % 14, PROVINCES.get(zone % PROVINCES.size())), land);
            SeededActs seeded = new SeededActs(zone);
            for (int n = 0; n < ACTS_A_LAND; n++) {
                ChangeSet act = seeded.next(land);
                if (act.changes().isEmpty()) {
                    continue;
                }
                Push push = push(act, java, zone, land);
                PushAnswer one = java.push(push);
                PushAnswer other = sql.push(push);
                verdicts.merge(text(one), 1, Integer::sum);
                if (!text(one).equals(text(other))) {
                    differences.add(
                            "land " + zone + " act " + n + " " + act.changes().size() + " "
                                    + act.changes().get(0) + " java " + one + " sql " + other + "\n");
                    return;
                }
                if (one instanceof PushAnswer.Accepted) {
                    land = land.apply(act);
                }
            }
            assertEquals(land, sql.snapshot(zone).land());
        }
    }

    private static Push push(ChangeSet act, LandDatabase java, int zone, Fabric land) throws Exception {
        TreeMap<String, Long> known = new TreeMap<>();
        java.snapshot(zone).versions().forEach(v -> known.put(v.key().toString(), v.version()));
        List<ObjectVersion> guards = new ArrayList<>();
        for (ObjectKey key : Guards.of(act, land)) {
            boolean exists = vn.diaba.store.remote.ZoneVersions.exists(land, key);
            guards.add(new ObjectVersion(key, known.getOrDefault(key.toString(), exists ? 1L : 0L)));
        }
        return new Push(act.id(), new UUID(3, 3), "an", zone, ChangeCodec.encode(act), guards);
    }

    private static String text(PushAnswer answer) {
        if (answer instanceof PushAnswer.Refused refused) {
            Set<String> rules = refused.refusals().stream()
                    .map(LandJudge.Refusal::rule)
                    .collect(Collectors.toCollection(TreeSet::new));
            return rules.toString();
        }
        return answer instanceof PushAnswer.Accepted ? "accepted" : "stale";
    }
}
