/**
 * AutoCAD drawing exchange files (DXF), ASCII and binary, from R9 to R2018: lines, arcs, polylines, circles, ellipses,
 * texts, points and the objects of blocks, as rows of one neutral table with the layer of each.
 *
 * <p>The reader is our own: the one Java library on Maven Central (kabeja, Apache licence) had its last release in 2008,
 * builds the whole drawing in memory without limits and does not know the encodings texts come in. What we need is the
 * pairs of code and value of the DXF Reference and some twenty kinds of objects.
 *
 * <p>A drawing is read twice: first for its header, layers, text styles, blocks and the bytes of its texts, then object
 * by object. Arcs become chords that leave the curve by no more than {@link vn.diaba.exchange.dxf.DxfReader#CHORD_ERROR}
 * drawing units. Nothing is dropped in silence: each kind of object that is not read is listed with its number. The room
 * knows {@code table} and {@code text}, no parcels and no map levels.
 *
 * <p>Drawings are written in the R12 form, which needs no handles and no tables and is opened everywhere.
 *
 * @see <a href="https://help.autodesk.com/view/OARX/2018/ENU/?guid=GUID-235B22E0-A567-4CF6-92D3-38A2306D73F3">AutoCAD
 *     DXF Reference</a>
 */
@NullMarked
package vn.diaba.exchange.dxf;

import org.jspecify.annotations.NullMarked;
