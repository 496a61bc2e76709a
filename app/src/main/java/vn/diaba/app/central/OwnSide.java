package vn.diaba.app.central;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.office.OfficeFile;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.edit.Judge;
import vn.diaba.cadastre.edit.Verdict;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.CancelledException;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.sync.Replica;

/** A workspace as its own side of a sync, judged by the workstation's rules. Stateless. */
final class OwnSide {
    private OwnSide() {}

    private static boolean merge(OpenWorkspace open, ChangeSet act, Executor edit) throws JournalException {
        FutureTask<Boolean> task = new FutureTask<>(() -> open.session().merge(act) instanceof EditOutcome.Applied);
        edit.execute(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JournalException journal) {
                throw journal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The workspace's side of a sync on the thread that edits it. */
    static Replica replica(OpenWorkspace open) {
        return replica(open, Runnable::run);
    }

    /** The same, where the line is used on another thread than the one that edits. */
    static Replica replica(OpenWorkspace open, Executor edit) {
        Replica.Desk desk = new Replica.Desk() {
            @Override
            public Fabric fabric() {
                return open.fabric();
            }

            @Override
            public boolean merge(ChangeSet act) throws JournalException {
                return OwnSide.merge(open, act, edit);
            }
        };
        return new Replica(
                open.store().id(),
                open.store().spec().epsg(),
                desk,
                open.store().log(),
                open.store().sync(),
                open.store().contents(),
                judge(Judge.of(open.rules())));
    }

    /** The workstation's own rules judge what becomes land, with the office data of the land database. */
    static LandJudge judge(Path folder, Setting setting) throws OfficeException {
        return judge(Judge.of(OfficeFile.in(folder).book(LocalDate.now(setting.clock()), 0, 0)));
    }

    private static LandJudge judge(Judge book) {
        return (before, after, act) ->
                Verdict.forbidding(Verdict.news(book, before, after, act), act.waivers()).stream()
                        .map(violation -> new LandJudge.Refusal(
                                violation.rule(),
                                violation.parcels(),
                                violation.place().east(),
                                violation.place().north(),
                                ""))
                        .toList();
    }
}
