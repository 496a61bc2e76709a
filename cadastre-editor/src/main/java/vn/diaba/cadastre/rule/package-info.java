/**
 * What land should be like, one rule a page. A {@link vn.diaba.cadastre.rule.TopologyRule} looks at a fabric and lists
 * violations; it never changes anything and never stops at a bad shape. Ids of rules are a contract.
 */
@NullMarked
package vn.diaba.cadastre.rule;

import org.jspecify.annotations.NullMarked;
