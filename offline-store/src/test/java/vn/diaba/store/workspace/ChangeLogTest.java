package vn.diaba.store.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.EditJournal;
import vn.diaba.store.log.EditJournalContract;
import vn.diaba.store.log.LogEntry;

class ChangeLogTest extends EditJournalContract {
    @TempDir
    Path base;

    private WorkspaceStore store;

    @Override
    protected EditJournal journal() throws Exception {
        store = Workspaces.create(base);
        return store.journal();
    }

    @Override
    protected List<ChangeSet> lasting() throws Exception {
        store.close();
        List<ChangeSet> acts = new ArrayList<>();
        try (WorkspaceStore again = Workspaces.open(base)) {
            for (LogEntry entry : again.log().entries(1, 1000)) {
                acts.add(again.log().load(entry.id()));
            }
        }
        return acts;
    }
}
