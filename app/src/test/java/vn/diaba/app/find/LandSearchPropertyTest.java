package vn.diaba.app.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.search.SearchIndex;

/** After any acts, taken back or not, the index finds what a look at every parcel finds, in the same order. */
class LandSearchPropertyTest {
    private static final List<String> NAMES =
            List.of("Nguyễn Văn Ất", "Nguyễn Thị Ngọ", "Đỗ Ứng", "UBND xã Phú Hộ", "", "Vũ Văn Mai");
    private static final List<String> ADDRESSES = List.of("", "thôn Đông, xã Phú Hộ", "12/7 phố Huế", "tổ 5");
    private static final List<String> WANTED = List.of(
            "nguyen",
            "NGUYEN van at",
            "at nguyen",
            "ngo",
            "do ung",
            "u",
            "ubnd phu",
            "vu van mai",
            "mai vu",
            "thon dong",
            "hue",
            "5",
            "05",
            "1/5",
            "01/005",
            "26000/1/5",
            "Phú Hộ 1/5",
            "phu ho 9/3",
            "26000 9/3",
            "cu 9/3",
            "9/3",
            "12/7",
            "#4",
            "source:3",
            "source:",
            "w6ugq3k2b1cd",
            "001099000003",
            "590000 1185000",
            "at:5,5",
            "aa 0012",
            "AA0012",
            "CH 7",
            "khong co");

    private Random random = new Random();
    private Fabric land = Fabric.empty();
    private int acts;

    @RepeatedTest(6)
    void theIndexFindsWhatALookAtEveryParcelFinds(RepetitionInfo run) {
        random = new Random(run.getCurrentRepetition());
        land = TestFabrics.grid(8, 6);
        for (int n = 0; n < 60; n++) {
            act();
        }
        SearchIndex.prepare(land, Progress.NONE);
        int found = 0;
        for (int n = 0; n < 120; n++) {
            assertTrue(SearchIndex.of(land).isPresent(), "small acts carry the index on");
            found += compare();
            act();
        }
        assertTrue(found > 1000, "a comparison of nothing says nothing: " + found);
    }

    private int compare() {
        int found = 0;
        for (String wanted : WANTED) {
            List<LandSearch.Hit> hits = LandSearch.find(land, wanted);
            assertEquals(LandSearch.find(Candidates.all(land), wanted), hits, wanted);
            found += hits.size();
        }
        return found;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void act() {
        List<Change> changes = new ArrayList<>();
        switch (random.nextInt(7)) {
            case 0 -> changes.add(holder());
            case 1 -> changes.add(right());
            case 6 -> changes.add(paper());
            case 2 -> {
                Parcel gone = any(TestFabrics.live(land));
                Parcel copy = Parcel.live(new ParcelId(9, acts), gone.number(), facts(), gone.faces());
                changes.add(new Change.ParcelChange(gone.id(), gone, null));
                changes.add(new Change.ParcelChange(copy.id(), null, copy));
            }
            default -> {
                Parcel one = any(TestFabrics.live(land));
                Parcel other = one.withFacts(facts()).withNumber(number());
                changes.add(new Change.ParcelChange(one.id(), one, other));
            }
        }
        ChangeSet act = ChangeSet.planned(new UUID(5, acts++), "random", changes);
        if (!land.isStartOf(act)) {
            return;
        }
        land = land.apply(act);
        if (random.nextInt(5) == 0) {
            land = land.apply(act.inverse(new UUID(6, acts++)));
        }
    }

    private Change holder() {
        UUID id = new UUID(7, random.nextInt(6));
        LandRecord before = land.findRecord(id).orElse(null);
        Party after = before != null && random.nextInt(4) == 0
                ? null
                : new Party(id, any(NAMES), random.nextBoolean() ? "001099000003" : "", "GDC", "");
        return new Change.RecordChange(id, before, after);
    }

    private Change right() {
        UUID id = new UUID(8, random.nextInt(20));
        LandRecord before = land.findRecord(id).orElse(null);
        Right after = before != null && random.nextInt(3) == 0
                ? null
                : new Right(
                        id,
                        new UUID(7, random.nextInt(6)),
                        any(TestFabrics.live(land)).id(),
                        1,
                        1);
        return new Change.RecordChange(id, before, after);
    }

    private Change paper() {
        UUID id = new UUID(10, random.nextInt(12));
        LandRecord before = land.findRecord(id).orElse(null);
        Paper after = before != null && random.nextInt(3) == 0
                ? null
                : Paper.of(id, "GCN-2025", any(List.of("AA 0012", "aa 0012", "AB 0012", "")))
                        .issuedBy("", null, any(List.of("", "CH 7", "ch7")))
                        .about(List.of(any(TestFabrics.live(land)).id()));
        return new Change.RecordChange(id, before, after);
    }

    private ParcelNumber number() {
        return new ParcelNumber(
                random.nextBoolean() ? "26000" : "", "" + random.nextInt(3), any(List.of("", "5", "005", "12a")));
    }

    private ParcelFacts facts() {
        boolean isOld = random.nextBoolean();
        return new ParcelFacts(
                random.nextInt(4) == 0 ? "w6ugq3k2b1cd" : "",
                "" + random.nextInt(9),
                List.of(),
                List.of(),
                null,
                random.nextBoolean() ? ParcelState.NORMAL : ParcelState.FROZEN,
                isOld ? "9" : "",
                isOld ? "3" : "",
                any(ADDRESSES),
                random.nextInt(3) == 0 ? Map.of("xa_cu", "Xã Cũ") : Map.of());
    }
}
