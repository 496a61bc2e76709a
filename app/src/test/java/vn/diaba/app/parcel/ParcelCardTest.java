package vn.diaba.app.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.diaba.app.text.Language;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;

class ParcelCardTest {
    private final Fabric fabric = TestFabrics.twoNeighbours();

    private ParcelCard card(Language language) {
        var id = fabric.index().parcelsAt(new EastNorth(5, 5)).get(0);
        return ParcelCard.of(fabric, id, new Messages(language, ZoneOffset.UTC));
    }

    private static String value(ParcelCard card, String labelCode) {
        return card.rows().stream()
                .filter(row -> row.labelCode().equals(labelCode))
                .map(ParcelCard.Row::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itTellsNumberAreaAndCorners() {
        ParcelCard card = card(Language.VIETNAMESE);
        assertEquals("1/1", card.title());
        assertEquals("100,0 m²", value(card, "card-area"));
        assertEquals("4", value(card, "card-corners"));
        assertEquals("100.0 m²", value(card(Language.ENGLISH), "card-area"));
    }

    @Test
    void aNeighbourIsListedOnce() {
        assertEquals(
                List.of("1/2"),
                List.copyOf(card(Language.VIETNAMESE).neighbours().values()));
    }
}
