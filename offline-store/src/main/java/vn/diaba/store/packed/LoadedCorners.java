package vn.diaba.store.packed;

import vn.diaba.cadastre.fabric.FabricLoader;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.store.codec.CornerBlock;

/**
 * Takes the corners of blocks into land that is being put together. Confined to one thread.
 *
 * @param loader the land
 * @param slots where each corner's slot there is noted, by the halves of its id
 */
public record LoadedCorners(FabricLoader loader, SlotTable slots) implements CornerBlock.Visitor {
    @Override
    public void bare(long high, long low, long gridEast, long gridNorth) {
        slots.put(high, low, loader.corner(new CornerId(high, low), gridEast, gridNorth));
    }

    @Override
    public void noted(Corner corner) {
        slots.put(corner.id().high(), corner.id().low(), loader.corner(corner));
    }
}
