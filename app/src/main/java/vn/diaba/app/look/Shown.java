package vn.diaba.app.look;

import javafx.scene.Node;

/** Whether nodes of a view are there: one that is not is neither seen nor given room. FX thread only. */
public final class Shown {
    private Shown() {}

    /** Shows nodes, or takes them away. */
    public static void set(boolean isShown, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(isShown);
            node.setManaged(isShown);
        }
    }
}
