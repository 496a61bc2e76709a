package vn.diaba.app.parcel;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.model.ParcelId;

/** The card: facts in two columns; those that can be set are fields that Enter submits and Esc restores. FX thread only. */
public final class ParcelView extends ScrollPane {
    private final ParcelViewModel model;
    private final Tongue tongue;
    private final FactGrid facts;
    private final VBox content = new VBox();
    private final PapersView papers;

    /** A view of this card. */
    public ParcelView(ParcelViewModel model, PapersViewModel papersModel, Tongue tongue) {
        this.model = model;
        this.tongue = tongue;
        facts = new FactGrid(tongue, model::set);
        papers = new PapersView(papersModel, tongue, this);
        papers.setOnGrown(() -> reveal(papers));
        content.getStyleClass().add("card");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        model.cardProperty().addListener((property, was, is) -> show(is));
        model.summaryProperty()
                .addListener((property, was, is) -> show(model.cardProperty().get()));
        tongue.messagesProperty()
                .addListener((property, was, is) -> show(model.cardProperty().get()));
        show(null);
    }

    private void show(@org.jspecify.annotations.Nullable ParcelCard card) {
        content.getChildren().clear();
        if (card == null) {
            String several = model.summaryProperty().get();
            Label hint = new Label(several.isEmpty() ? tongue.say("card-empty") : several);
            hint.setWrapText(true);
            hint.getStyleClass().add("quiet");
            content.getChildren().add(hint);
            return;
        }
        Label title = new Label(tongue.say("card-title", card.title()));
        title.setId("cardTitle");
        title.setWrapText(true);
        title.getStyleClass().add("title");
        content.getChildren().add(title);
        if (!card.state().isEmpty()) {
            Label state = new Label(card.state());
            state.setWrapText(true);
            state.getStyleClass().add("warning");
            content.getChildren().add(state);
        }
        content.getChildren().addAll(facts.of(card.rows()), papers);
        if (!card.neighbours().isEmpty()) {
            content.getChildren().addAll(subtitle("card-neighbours"), links(card.neighbours()));
        }
        if (!card.parents().isEmpty()) {
            Label parents = new Label(String.join(", ", card.parents()));
            parents.setWrapText(true);
            content.getChildren().addAll(subtitle("card-parents"), parents);
        }
    }

    /** Scrolls until a part of the card can be seen. */
    private void reveal(Node part) {
        applyCss();
        layout();
        double hidden = content.getHeight() - getViewportBounds().getHeight();
        if (hidden > 0) {
            setVvalue(Math.min(1, part.getBoundsInParent().getMinY() / hidden));
        }
    }

    private Label subtitle(String code) {
        Label label = new Label(tongue.say(code));
        label.getStyleClass().add("subtitle");
        return label;
    }

    private Node links(Map<ParcelId, String> neighbours) {
        FlowPane links = new FlowPane();
        links.getStyleClass().add("links");
        neighbours.forEach((id, label) -> {
            Hyperlink link = new Hyperlink(label);
            link.setOnAction(event -> model.go(id));
            links.getChildren().add(link);
        });
        return links;
    }
}
