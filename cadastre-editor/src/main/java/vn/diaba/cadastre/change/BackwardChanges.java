package vn.diaba.cadastre.change;

import java.util.AbstractList;

/** Packed changes read from the end, each the other way. Immutable. */
final class BackwardChanges extends AbstractList<Change> implements PackedChanges {
    private final PackedChanges forward;

    BackwardChanges(PackedChanges forward) {
        this.forward = forward;
    }

    @Override
    public PackedChanges inverse() {
        return forward;
    }

    @Override
    public int size() {
        return forward.size();
    }

    @Override
    public Change get(int i) {
        return forward.get(forward.size() - 1 - i).inverse();
    }
}
