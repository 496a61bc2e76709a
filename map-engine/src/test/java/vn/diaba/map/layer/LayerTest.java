package vn.diaba.map.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.map.style.StyleCatalog;

class LayerTest {
    private final GeometrySource source;

    LayerTest() throws ParseException {
        WKTReader wkt = new WKTReader();
        source = new GeometrySource(List.of(
                new GeometrySource.Item(
                        wkt.read("POLYGON ((0 0, 10 0, 10 10, 0 0), (5 1, 6 1, 6 2, 5 1))"), Map.of("number", 7)),
                GeometrySource.Item.of(wkt.read("GEOMETRYCOLLECTION (POINT (50 50), LINESTRING (60 60, 70 70))")),
                GeometrySource.Item.of(wkt.read("POINT EMPTY"))));
    }

    @Test
    void ringsComeAsPartsAndCollectionsAsMembers() {
        List<String> seen = new ArrayList<>();
        source.visit(new Envelope(-1, 100, -1, 100), 0, feature -> {
            seen.add(feature.kind() + " " + feature.partCount() + " " + feature.partEnd(feature.partCount() - 1));
            return true;
        });
        assertEquals(List.of("POLYGON 2 8", "POINT 1 1", "LINE 1 2"), seen);
        assertEquals(new Envelope(0, 70, 0, 70), source.extent());
    }

    @Test
    void onlyWhatTouchesTheExtentComes() {
        List<Object> numbers = new ArrayList<>();
        source.visit(new Envelope(9, 20, 0, 5), 0, feature -> numbers.add(String.valueOf(feature.attribute("number"))));
        assertEquals(List.of("7"), numbers);
    }

    @Test
    void aVisitEndsWhenTheVisitorSaysSo() {
        List<Long> seen = new ArrayList<>();
        source.visit(new Envelope(-1, 100, -1, 100), 0, feature -> {
            seen.add(feature.id());
            return false;
        });
        assertEquals(1, seen.size());
    }

    @Test
    void aLayerIsShownBetweenItsScales() {
        MapLayer layer = MapLayer.of("a", StyleCatalog.parcels(), source).withScales(500, 5000);
        assertTrue(layer.isShownAt(500));
        assertFalse(layer.isShownAt(5000));
        assertFalse(layer.withVisible(false).isShownAt(1000));
    }

    @Test
    void aStackChangesOneLayerByName() {
        LayerStack stack = LayerStack.of(
                MapLayer.of("a", StyleCatalog.parcels(), source), MapLayer.of("b", StyleCatalog.labels(), source));
        LayerStack changed = stack.with("b", layer -> layer.withVisible(false));
        assertTrue(changed.findLayer("a").orElseThrow().visible());
        assertFalse(changed.findLayer("b").orElseThrow().visible());
        assertEquals(source.extent(), changed.extent());
        assertTrue(changed.with("a", layer -> layer.withVisible(false)).extent().isNull());
    }
}
