package vn.diaba.cadastre.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Paper;

class CitationsPropertyTest {
    private final Random random = new Random(11);

    private ParcelId parcel() {
        return new ParcelId(1, random.nextInt(6));
    }

    private LandRecord fresh(UUID id, boolean isPaper) {
        if (isPaper) {
            List<ParcelId> about = new ArrayList<>();
            for (int n = random.nextInt(3); n > 0; n--) {
                about.add(parcel());
            }
            List<UUID> named = new ArrayList<>();
            for (int n = random.nextInt(3); n > 0; n--) {
                named.add(new UUID(4, random.nextInt(3)));
            }
            return Paper.of(id, "GCN", "AA " + random.nextInt(5)).about(about).naming(named);
        }
        UUID of = random.nextBoolean() ? parcel().uuid() : new UUID(2, random.nextInt(8));
        return new Attachment(id, of, "ảnh " + random.nextInt(5), "", 1, "ab".repeat(32), "");
    }

    /** Expected: what a walk over all records finds. */
    private static void compare(Fabric land) {
        for (int n = 0; n < 6; n++) {
            ParcelId parcel = new ParcelId(1, n);
            assertEquals(
                    land.papers().stream()
                            .filter(paper -> paper.parcels().contains(parcel))
                            .toList(),
                    land.papersOf(parcel));
            assertEquals(attached(land, parcel.uuid()), land.attachmentsOf(parcel.uuid()));
        }
        for (int n = 0; n < 5; n++) {
            String number = "AA " + n;
            assertEquals(
                    land.papers().stream()
                            .filter(paper -> paper.number().equals(number))
                            .toList(),
                    land.papersNumberedLike("a a" + n));
        }
        for (int n = 0; n < 3; n++) {
            UUID party = new UUID(4, n);
            assertEquals(
                    land.papers().stream()
                            .filter(paper -> paper.holders().contains(party))
                            .toList(),
                    land.papersNaming(party));
        }
        for (int n = 0; n < 8; n++) {
            UUID paper = new UUID(2, n);
            assertEquals(attached(land, paper), land.attachmentsOf(paper));
        }
    }

    private static List<Attachment> attached(Fabric land, UUID owner) {
        return land.attachments().stream()
                .filter(file -> file.of().equals(owner))
                .toList();
    }

    @Test
    void whatCitesAParcelPartyOrOwnerIsWhatAWalkOverAllRecordsFindsAfterAnyEdits() {
        Fabric land = Fabric.empty();
        for (int n = 0; n < 2_000; n++) {
            List<Change> changes = new ArrayList<>();
            for (int kind = 2; kind <= 3; kind++) {
                UUID id = new UUID(kind, random.nextInt(8));
                LandRecord before = land.findRecord(id).orElse(null);
                LandRecord after = random.nextInt(3) == 0 ? null : fresh(id, kind == 2);
                if (before != null || after != null) {
                    changes.add(new Change.RecordChange(id, before, after));
                }
            }
            land = land.apply(ChangeSet.planned(new UUID(9, n), "edit", changes));
            compare(land);
        }
    }
}
