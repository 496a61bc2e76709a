package vn.diaba.app.edit;

import java.nio.file.Path;
import vn.diaba.cadastre.division.SplitLimits;
import vn.diaba.cadastre.rule.RuleBook;

/**
 * What stays the same of a workspace while it is open. Immutable.
 *
 * @param name as people call it
 * @param folder where it is
 * @param commune its commune code, "" when it has none
 * @param epsg code of the project CRS
 * @param crsName its name
 * @param rules the rules it is judged by
 * @param splitLimits the office's least area, frontage and depth of parts
 */
public record Land(
        String name, Path folder, String commune, int epsg, String crsName, RuleBook rules, SplitLimits splitLimits) {}
