package vn.diaba.map.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.map.layer.FeatureVisitor;
import vn.diaba.map.layer.MapFeature;
import vn.diaba.map.layer.MapLayer;
import vn.diaba.map.style.Symbol;
import vn.diaba.map.view.Viewport;

/** Draws one layer: asks the style once for each style key or distinct case, then draws. Confined to one thread. */
final class LayerPainter implements FeatureVisitor {
    private static final int MAX_KEYS = 1 << 16;
    private static final int ASK_EVERY = 255;
    /** A quarter of a pixel on a screen; on paper at 72 dpi a hundredth of a millimetre. */
    private static final double NEAR_PX = 0.25;

    private static final double EXACT_PX = 0.03;

    private final MapLayer layer;
    private final Viewport view;
    private final double scaleDenominator;
    private final Brush.Kit kit;
    private final PaintSignal signal;
    private final ScreenShape shape;
    private final Map<List<Symbol>, Brush[]> known = new IdentityHashMap<>();
    private Brush @Nullable [][] byKey = new Brush[64][];
    private int drawn;
    private int skipped;

    LayerPainter(MapLayer layer, Viewport view, double scaleDenominator, Brush.Kit kit, PaintSignal signal) {
        this.layer = layer;
        this.view = view;
        this.scaleDenominator = scaleDenominator;
        this.kit = kit;
        this.signal = signal;
        this.shape = new ScreenShape(view, kit.surface().isExact() ? EXACT_PX : NEAR_PX);
    }

    int drawn() {
        return drawn;
    }

    int skipped() {
        return skipped;
    }

    @Override
    public boolean visit(MapFeature feature) {
        if (!shape.load(feature) || !shape.touches(view.widthPx(), view.heightPx(), 8)) {
            skipped++;
        } else {
            Brush[] brushes = brushes(feature);
            for (Brush brush : brushes) {
                brush.draw(shape, feature);
            }
            if (brushes.length == 0) {
                skipped++;
            } else {
                drawn++;
            }
        }
        return (drawn + skipped & ASK_EVERY) != 0 || !signal.isStopped();
    }

    private Brush[] brushes(MapFeature feature) {
        int key = feature.styleKey();
        if (key < 0 || key >= MAX_KEYS) {
            return made(layer.style().symbolsFor(feature, scaleDenominator));
        }
        if (key >= byKey.length) {
            byKey = Arrays.copyOf(byKey, Math.max(key + 1, 2 * byKey.length));
        }
        Brush[] found = byKey[key];
        if (found == null) {
            found = made(layer.style().symbolsFor(feature, scaleDenominator));
            byKey[key] = found;
        }
        return found;
    }

    private Brush[] made(List<Symbol> symbols) {
        Brush[] found = known.get(symbols);
        if (found == null) {
            List<Brush> brushes = new ArrayList<>();
            for (Symbol symbol : symbols) {
                brushes.add(kit.brush(symbol));
            }
            found = brushes.toArray(new Brush[0]);
            known.put(symbols, found);
        }
        return found;
    }
}
