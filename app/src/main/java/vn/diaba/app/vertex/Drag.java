package vn.diaba.app.vertex;

import vn.diaba.map.canvas.MapPointer;

/** Something of the land held by the mouse. FX thread only. */
interface Drag {
    /** What letting go would come to, and what is caught there. */
    record Drop(EditPlan plan, Landing landing) {}

    /**
     * What letting go here would come to.
     *
     * @param reachMetres how near something must be to be caught; 0 catches nothing
     */
    Drop at(MapPointer pointer, double reachMetres);
}
