package vn.diaba.app.find;

import java.util.List;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.store.take.CaseNames;

/** Finds the case a person means: by the office's number, whatever its letters, or by its id. Stateless. */
public final class CaseFinder {
    private CaseFinder() {}

    /**
     * The one case a text means.
     *
     * @throws WorkspaceException {@code case-not-found} with numbers of cases that are there, {@code case-ambiguous} with ids
     */
    public static CaseFile one(Fabric fabric, String text) throws WorkspaceException {
        List<CaseFile> found = CaseNames.all(fabric, text);
        if (found.isEmpty()) {
            throw new WorkspaceException("case-not-found", text, CaseNames.candidates(fabric, text));
        }
        if (found.size() > 1) {
            String ids = String.join(
                    ", ", found.stream().map(one -> one.id().toString()).toList());
            throw new WorkspaceException("case-ambiguous", text, ids);
        }
        return found.get(0);
    }
}
