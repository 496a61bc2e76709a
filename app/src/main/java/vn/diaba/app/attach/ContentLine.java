package vn.diaba.app.attach;

import java.util.List;
import java.util.Set;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandAddress;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.central.LandUrl;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.Content;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.RemoteException;

/** Brings the content of one attached file from the land database of the last sync. Stateless; for an io thread. */
final class ContentLine {
    /** Failures that somebody who signs in again can end. */
    private static final Set<String> SIGN_IN =
            Set.of("sign-in-needed", "sign-in-wrong", "token-over", "token-wrong", "signed-out");

    /** What PostgreSQL without a password answers; it closes the line when none comes, as where there is none. */
    private static final Set<String> NO_PASSWORD = Set.of("sign-in-wrong", "land-database-unreachable");

    private ContentLine() {}

    /**
     * Sees to it that a content is here whole.
     *
     * @throws WorkspaceException {@code attachment-no-land-database}, {@code attachment-needs-sign-in}, {@code
     *     attachment-needs-password}, {@code attachment-not-sent-yet}, each with the name of the file
     * @throws RemoteException {@code content-hidden}, {@code land-database-unreachable} …
     */
    static void bring(Attachment file, OpenWorkspace open, Progress progress)
            throws WorkspaceException, RemoteException, OfficeException, StoreException {
        if (open.store().contents().isWhole(file.sha256())) {
            return;
        }
        LandAddress address = LandAddress.find(open.store().folder()).orElse(null);
        if (address == null || open.store().sync().checkpoint().isEmpty()) {
            throw new WorkspaceException("attachment-no-land-database", file.name());
        }
        Credentials known = Credentials.typed(address.url(), address.user(), "", "", false);
        try (LandLine line = LandLine.open(address.url(), open, known)) {
            Content content = new Content(file.sha256(), file.bytes());
            if (!line.fetch(open, List.of(content), progress).gone().isEmpty()) {
                throw new WorkspaceException("attachment-not-sent-yet", file.name());
            }
        } catch (RemoteException e) {
            if (LandUrl.isPostgis(address.url()) && NO_PASSWORD.contains(e.code())) {
                throw new WorkspaceException("attachment-needs-password", file.name(), address.url());
            }
            if (SIGN_IN.contains(e.code())) {
                throw new WorkspaceException("attachment-needs-sign-in", file.name());
            }
            throw e;
        }
    }
}
