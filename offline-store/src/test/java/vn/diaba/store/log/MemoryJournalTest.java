package vn.diaba.store.log;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.EditJournal;
import vn.diaba.cadastre.fabric.Fabric;

class MemoryJournalTest extends EditJournalContract {
    private final List<ChangeSet> acts = new ArrayList<>();
    private Fabric land = Fabric.empty();

    @Override
    protected EditJournal journal() {
        return act -> {
            if (acts.stream().anyMatch(known -> known.id().equals(act.id()))) {
                throw new IllegalArgumentException("twice");
            }
            land = land.apply(act);
            acts.add(act);
        };
    }

    @Override
    protected List<ChangeSet> lasting() {
        return acts;
    }
}
