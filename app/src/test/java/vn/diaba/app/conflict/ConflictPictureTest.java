package vn.diaba.app.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.text.Language;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.sync.Conflict;

class ConflictPictureTest {
    private static final Messages MESSAGES = new Messages(Language.VIETNAMESE, ZoneOffset.ofHours(7));
    private static final Instant AT = Instant.parse("2026-11-02T01:00:00Z");

    @TempDir
    private Path home;

    private final Fabric land = TestFabrics.twoNeighbours();

    private Conflict moved(EastNorth mine, EastNorth theirs) {
        Corner base = land.index().nearestCorner(new EastNorth(10, 10), 0.01).orElseThrow();
        return new Conflict(
                new UUID(1, 1),
                ObjectKey.of(base.id()),
                List.of("position"),
                base,
                base.movedTo(mine),
                base.movedTo(theirs),
                "Minh",
                AT,
                null);
    }

    private ConflictCard card(Conflict... conflicts) {
        List<ConflictCard> cards = new ConflictCards(land, "Lan", MESSAGES).of(List.of(conflicts));
        assertEquals(1, cards.size());
        return cards.get(0);
    }

    @Test
    void thePictureHasAllThreeColours() throws Exception {
        Conflict conflict = moved(new EastNorth(11, 10), new EastNorth(10, 12));
        Corner mine = (Corner) java.util.Objects.requireNonNull(conflict.mine());
        Fabric here = land.apply(vn.diaba.cadastre.change.ChangeSet.planned(
                new UUID(2, 2),
                "move-corner",
                List.of(new vn.diaba.cadastre.change.Change.CornerChange(mine.id(), (Corner) conflict.base(), mine))));
        ConflictCard card =
                new ConflictCards(here, "Lan", MESSAGES).of(List.of(conflict)).get(0);
        Path file = home.resolve("conflict.png");
        new ConflictPicture(MESSAGES).write(card, here, 800, 600, file);
        BufferedImage image = ImageIO.read(file.toFile());
        for (Version version : Version.values()) {
            assertTrue(count(image, version.rgb()) > 200, version + " " + count(image, version.rgb()));
        }
    }

    private static int count(BufferedImage image, int rgb) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xffffff) == rgb ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void changesThatDoNotFitAsLandAtOnePlaceAreOneCard() {
        EastNorth place = new EastNorth(10, 5);
        Parcel west = land.parcelAt(0);
        Parcel east = land.parcelAt(1);
        List<Conflict> together = List.of(ofLand(west, place), ofLand(east, place));
        List<ConflictCard> cards = new ConflictCards(land, "Lan", MESSAGES).of(together);
        assertEquals(1, cards.size());
        assertEquals(
                "hai thay đổi không khớp trên đất: Chồng thửa", cards.get(0).what());
        assertEquals(2, cards.get(0).parcels().size());
        assertTrue(cards.get(0).sketch().extent().orElseThrow().contains(place));
    }

    private static Conflict ofLand(Parcel parcel, EastNorth place) {
        return new Conflict(
                UUID.randomUUID(),
                ObjectKey.of(parcel.id()),
                List.of("no-overlap"),
                parcel,
                parcel,
                parcel,
                "Minh",
                AT,
                place);
    }

    @Test
    void ofWhatOneSideRemovedTheFatesAreCompared() {
        Parcel west = land.parcelAt(0);
        Conflict gone = new Conflict(
                new UUID(1, 2),
                ObjectKey.of(west.id()),
                List.of("existence"),
                west,
                west.withFacts(ParcelFacts.NONE),
                null,
                "Minh",
                AT,
                null);
        ConflictCard card = card(gone);
        assertEquals(1, card.rows().size());
        assertEquals("còn", card.rows().get(0).mine());
        assertEquals("đã bỏ", card.rows().get(0).theirs());
    }
}
