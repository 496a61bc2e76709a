package vn.diaba.store.remote;

import java.util.List;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;

/** Judges what a change set would make of the land; the same rules as in the workstation. Implementations are safe. */
@FunctionalInterface
public interface LandJudge {
    /** Lets everything pass. */
    LandJudge LENIENT = (before, after, act) -> List.of();

    /**
     * Judges by difference: faults that were there before are no reason.
     *
     * @return why the change set is refused; empty when it is not
     */
    List<Refusal> judge(Fabric before, Fabric after, ChangeSet act);

    /**
     * A reason to refuse a change set. Immutable.
     *
     * @param rule id of the rule
     * @param parcels the parcels concerned
     * @param east where to look, metres
     * @param north where to look, metres
     * @param detail size of the fault or another argument for the sentence, "" for none
     */
    record Refusal(String rule, List<ParcelId> parcels, double east, double north, String detail) {
        /** Copies the list. */
        public Refusal {
            parcels = List.copyOf(parcels);
        }
    }
}
