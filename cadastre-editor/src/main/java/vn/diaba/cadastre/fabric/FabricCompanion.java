package vn.diaba.cadastre.fabric;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;

/**
 * What another room read out of all of a fabric and wants to have of the next one too without reading it anew: an index
 * for searches. Safe for all threads.
 */
public interface FabricCompanion {
    /**
     * What goes with the land after an act. It is only asked where parcels stay in their slots.
     *
     * @param before the land this goes with
     * @param after the land after the act
     * @param changes the act
     * @return null when it must be read anew
     */
    @Nullable
    FabricCompanion after(Fabric before, Fabric after, List<Change> changes);
}
