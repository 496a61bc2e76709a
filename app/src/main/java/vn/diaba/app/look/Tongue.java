package vn.diaba.app.look;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.diaba.app.text.Language;
import vn.diaba.app.text.Messages;

/** The language the window speaks now; texts bound to it change at once when it does. FX thread only. */
public final class Tongue {
    private final Map<Language, Messages> known = new EnumMap<>(Language.class);
    private final ReadOnlyObjectWrapper<Messages> messages = new ReadOnlyObjectWrapper<>(this, "messages");

    /**
     * A tongue for some languages.
     *
     * @param all at least one, each language once; the first is spoken
     */
    public Tongue(List<Messages> all) {
        all.forEach(one -> known.put(one.language(), one));
        messages.set(all.get(0));
    }

    /** The sentences spoken now. */
    public Messages messages() {
        return messages.get();
    }

    /** The sentences spoken now, to listen to. */
    public ReadOnlyObjectProperty<Messages> messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    /** The language spoken now. */
    public Language language() {
        return messages().language();
    }

    /** Speaks another language from now on; one that is not known changes nothing. */
    public void speak(Language language) {
        Messages next = known.get(language);
        if (next != null) {
            messages.set(next);
        }
    }

    /** The sentence for a code, now. */
    public String say(String code, Object... arguments) {
        return messages().sentence(code, arguments);
    }

    /** The sentence for a code, in whatever language is spoken. */
    public StringBinding text(String code, Object... arguments) {
        return Bindings.createStringBinding(() -> say(code, arguments), messages);
    }
}
