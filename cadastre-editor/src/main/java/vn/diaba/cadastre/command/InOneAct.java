package vn.diaba.cadastre.command;

import java.util.List;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;

/**
 * Commands done one after the other as one act: each is planned on the land the ones before it give, and only their sum is
 * judged, journaled and undone. Immutable.
 *
 * @param label kebab-case code of the act
 * @param parts the commands in order, each with ids of its own
 */
public record InOneAct(String label, List<EditCommand> parts) implements EditCommand {
    /** Copies the list. */
    public InOneAct {
        parts = List.copyOf(parts);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException what the first part that has no meaning throws; {@code nothing-to-do} without parts, or
     *     when one part takes back what another does
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Fabric land = fabric;
        ChangeSet act = null;
        for (EditCommand part : parts) {
            ChangeSet step = part.plan(land);
            land = land.apply(step);
            act = act == null ? step : act.then(step);
        }
        if (act == null || act.isIdentity()) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        return act.labelled(label);
    }
}
