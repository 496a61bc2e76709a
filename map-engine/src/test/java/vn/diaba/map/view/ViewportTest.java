package vn.diaba.map.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class ViewportTest {
    private final Viewport view = new Viewport(600000, 1200000, 0.5, 800, 600);

    @Test
    void northIsUp() {
        assertEquals(new Viewport.Place(400, 300), view.toScreen(600000, 1200000));
        assertEquals(new Viewport.Place(420, 290), view.toScreen(600010, 1200005));
        assertEquals(new Viewport.Place(600010, 1200005), view.toMap(420, 290));
        assertEquals(new Envelope(599800, 600200, 1199850, 1200150), view.extent());
    }

    @Test
    void panningMovesTheMapWithThePointer() {
        Viewport.Place place = view.toMap(100, 100);
        assertEquals(new Viewport.Place(130, 80), view.panned(30, -20).toScreen(place.x(), place.y()));
    }

    @Test
    void zoomingHoldsThePointUnderTheCursor() {
        Viewport.Place place = view.toMap(123, 456);
        Viewport zoomed = view.zoomedAbout(123, 456, 2);
        assertEquals(0.25, zoomed.metresPerPixel());
        Viewport.Place after = zoomed.toScreen(place.x(), place.y());
        assertEquals(123, after.x(), 1e-6);
        assertEquals(456, after.y(), 1e-6);
    }

    @Test
    void fittingShowsAllWithAMargin() {
        Viewport fitted = view.fitted(new Envelope(0, 1000, 0, 100));
        assertEquals(1000 / 800.0 / 0.95, fitted.metresPerPixel(), 1e-12);
        assertEquals(500, fitted.centreEast());
        assertTrue(fitted.extent().contains(new Envelope(0, 1000, 0, 100)));
    }

    @Test
    void aPointIsFittedAndNothingChangesNothing() {
        assertEquals(0.1, view.fitted(new Envelope(5, 5, 7, 7)).metresPerPixel());
        assertEquals(view, view.fitted(new Envelope()));
    }

    @Test
    void anOldPictureLandsWhereItsPlacesAreNow() {
        Viewport now = view.zoomedAbout(200, 100, 2).panned(15, 5);
        Viewport.Place place = view.toMap(77, 88);
        Viewport.Place moved = now.from(view).apply(77, 88);
        assertEquals(now.screenX(place.x()), moved.x(), 1e-6);
        assertEquals(now.screenY(place.y()), moved.y(), 1e-6);
    }

    @Test
    void aViewOfNothingIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> new Viewport(0, 0, 1, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> new Viewport(Double.NaN, 0, 1, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> new Viewport(0, 0, -1, 10, 10));
    }

    /** 1:1000 at 96 dpi: 0.0254 / 96 × 1000 = 0.264583 m, the pixel OGC's 0.28 mm is not. */
    @Test
    void scaleAndMetresPerPixelAreOneThing() {
        assertEquals(0.26458333, new MapScale(1000).metresPerPixel(96), 1e-8);
        assertEquals(1000, MapScale.of(0.26458333333, 96).denominator(), 1e-6);
        assertEquals("1:500", new MapScale(500).toString());
        assertEquals(2000, new MapScale(1001).nextStatutory().denominator());
        assertEquals(1000, new MapScale(1000).nextStatutory().denominator());
        assertEquals(25000, new MapScale(25000).nextStatutory().denominator());
        assertThrows(IllegalArgumentException.class, () -> new MapScale(0));
    }
}
