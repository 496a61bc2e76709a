package vn.diaba.cadastre.edit;

import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;

/** Hears of every act that was applied, on the edit thread. */
@FunctionalInterface
public interface EditListener {
    /**
     * The land has changed.
     *
     * @param now the land after the act
     * @param why the act; its origin tells an edit from a merge
     */
    void fabricChanged(Fabric now, ChangeSet why);
}
