package vn.diaba.app.cli;

import vn.diaba.cadastre.union.Terms;

/** Where legal areas come from, as typed. */
enum LegalBasis {
    papers,
    survey;

    Terms.Legal legal() {
        return this == papers ? Terms.Legal.PAPERS : Terms.Legal.SURVEY;
    }
}
