package vn.diaba.cadastre.fabric;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.model.ParcelId;

/**
 * What was read out of all of a fabric when it was first asked for; after an act it is carried on rather than read anew.
 * Safe for all threads: two that ask at once read the same twice.
 */
final class Derived {
    private volatile @Nullable SheetNumbers numbers;
    private volatile @Nullable Soundness soundness;
    private volatile @Nullable Descent descent;
    private volatile @Nullable Citations citations;
    private volatile @Nullable PaperNumbers paperNumbers;
    private volatile @Nullable NumbersUsed used;
    private volatile @Nullable FabricCompanion companion;

    /** Carries on what is known of a fabric to the one after an act. */
    void carry(Fabric from, Fabric to, List<Change> changes, Derived next) {
        boolean small = LandChange.isSmall(from, changes);
        boolean isImport = changes instanceof AddedLand || changes instanceof RemovedLand;
        Soundness sound = soundness;
        if (sound != null && to.packed() == from.packed()) {
            next.soundness = sound;
        } else if (sound != null && small) {
            next.soundness = sound.after(from, to, changes);
        }
        SheetNumbers known = numbers;
        if (known != null && !isImport) {
            next.numbers = known.with(changes);
        }
        NumbersUsed counted = used;
        if (counted != null && !counted.isWorn() && small) {
            next.used = counted.with(from, to, changes);
        }
        Descent lines = descent;
        if (lines != null && !isImport) {
            next.descent = lines.with(changes);
        }
        Citations cited = citations;
        if (cited != null && !isImport) {
            next.citations = cited.with(changes);
        }
        PaperNumbers papers = paperNumbers;
        if (papers != null && !isImport) {
            next.paperNumbers = papers.with(changes);
        }
        FabricCompanion beside = companion;
        if (beside != null && small) {
            next.companion = beside.after(from, to, changes);
        }
    }

    long largestNumber(Fabric fabric, String commune, String sheet) {
        SheetNumbers known = numbers;
        if (known == null) {
            known = SheetNumbers.of(fabric);
            numbers = known;
        }
        return known.largest(commune, sheet);
    }

    int countOfNumber(Fabric fabric, ParcelCursor cursor) {
        NumbersUsed known = used;
        if (known == null) {
            known = NumbersUsed.of(fabric);
            used = known;
        }
        return known.count(NumbersUsed.key(cursor));
    }

    Soundness soundness(Fabric fabric) {
        Soundness known = soundness;
        if (known == null) {
            known = new Soundness(fabric.parcelSlots());
            soundness = known;
        }
        return known;
    }

    List<ParcelId> childrenOf(Fabric fabric, ParcelId parent) {
        Descent known = descent;
        if (known == null) {
            known = Descent.of(fabric);
            descent = known;
        }
        return known.of(parent);
    }

    Citations citations(Fabric fabric) {
        Citations known = citations;
        if (known == null) {
            known = Citations.of(fabric);
            citations = known;
        }
        return known;
    }

    PaperNumbers paperNumbers(Fabric fabric) {
        PaperNumbers known = paperNumbers;
        if (known == null) {
            known = PaperNumbers.of(fabric);
            paperNumbers = known;
        }
        return known;
    }

    @Nullable
    FabricCompanion companion() {
        return companion;
    }

    void setCompanion(FabricCompanion companion) {
        this.companion = companion;
    }
}
