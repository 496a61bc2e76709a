package vn.diaba.cadastre.command;

import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;

/** A request for change. Planning is pure: it changes nothing, and the same land gives the same act. */
@FunctionalInterface
public interface EditCommand {
    /**
     * Works out what would change.
     *
     * @return the act, not stamped
     * @throws ImpossibleEditException if the request has no meaning for this land
     */
    ChangeSet plan(Fabric fabric) throws ImpossibleEditException;
}
