package vn.diaba.app.demo;

import java.time.LocalDate;
import java.util.List;
import vn.diaba.app.sample.ShippedSample;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.sample.SampleWeek;
import vn.diaba.cadastre.union.MergeParcels;

/** Tuesday and Wednesday: a parcel is split beside the road, a part goes to the neighbour, a step is taken back. */
final class DeskWork {
    private final DemoSetting demo;
    private final OpenWorkspace open;
    private final SampleWeek week = ShippedSample.week();

    DeskWork(DemoSetting demo, OpenWorkspace open) {
        this.demo = demo;
        this.open = open;
    }

    private LocalDate today() {
        return LocalDate.now(open.setting().clock());
    }

    private IdBlock ids() {
        return IdBlock.fresh(open.setting().clock());
    }

    void split() throws DemoException, JournalException {
        demo.teller().chapter("demo-split");
        SampleWeek.Split task = week.split();
        Parcel parent = DemoLand.bySource(open.fabric(), task.sourceId());
        Area before = open.fabric().areaOf(parent.id());
        long start = System.nanoTime();
        EditOutcome.Applied applied =
                DemoLand.apply(open, new SplitParcel(parent.id(), List.of(task.from(), task.to()), today(), ids()));
        demo.teller().sayTimed(start, "demo-was-split", parent.label(), before);
        for (Parcel part : DemoLand.created(applied)) {
            LegalArea legal = part.facts().legalArea();
            demo.teller()
                    .say("demo-part", part.label(), applied.fabric().areaOf(part.id()), legal == null ? "—" : legal);
        }
    }

    void mergeAndUndo() throws DemoException, JournalException {
        demo.teller().chapter("demo-merge");
        Parcel sold = DemoLand.at(open.fabric(), week.split().sold());
        Parcel neighbour = DemoLand.bySource(open.fabric(), week.split().neighbour());
        EditOutcome refused = open.session()
                .execute(new MergeParcels(List.of(neighbour.id(), sold.id()), "", today(), ids()), List.of());
        if (refused instanceof EditOutcome.Impossible impossible) {
            demo.teller().say("demo-refused", demo.messages().sentence(impossible.code(), impossible.arguments()));
        }
        long start = System.nanoTime();
        String reason = demo.messages().sentence("demo-reason");
        EditOutcome.Applied applied = refused instanceof EditOutcome.Applied done
                ? done
                : DemoLand.apply(open, new MergeParcels(List.of(neighbour.id(), sold.id()), reason, today(), ids()));
        Parcel whole = DemoLand.created(applied).get(0);
        demo.teller()
                .sayTimed(
                        start,
                        "demo-merged",
                        neighbour.label(),
                        sold.label(),
                        whole.label(),
                        applied.fabric().areaOf(whole.id()));
        demo.teller().chapter("demo-undo");
        DemoLand.applied(open.session().undo());
        demo.teller().say("demo-undone", neighbour.label(), sold.label());
        DemoLand.applied(open.session().redo());
        demo.teller().say("demo-redone", whole.label());
        SampleWeek.Correction fix = week.correction();
        Parcel wrong = DemoLand.bySource(open.fabric(), fix.sourceId());
        DemoLand.apply(open, new EditAttributes(wrong.id(), java.util.Map.of("landUse", fix.after()), ids()));
        demo.teller().say("demo-corrected", wrong.label(), fix.before(), fix.after());
        Parcel frozen = DemoLand.bySource(open.fabric(), week.frozen());
        EditOutcome declined = open.session()
                .execute(new EditAttributes(frozen.id(), java.util.Map.of("landUse", "TMD"), ids()), List.of());
        if (declined instanceof EditOutcome.Impossible impossible) {
            demo.teller().say("demo-refused", demo.messages().sentence(impossible.code(), impossible.arguments()));
        }
    }
}
