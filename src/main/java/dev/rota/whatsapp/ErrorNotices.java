package dev.rota.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;

/** What Meta reports to have gone wrong apart from any message, and what to do about it. */
final class ErrorNotices {

    private ErrorNotices() {}

    static String sentence(JsonNode error) {
        var code = Node.integer(error, "code", 0);
        return code == 0 ? "Meta reports an error without a code." : "Meta reports error " + code + ". " + toDo(code);
    }

    /** What to do about an error of that code. */
    static String toDo(int code) {
        return switch (code) {
            case 4, 80007, 130429, 131056 -> "Too much at once: what failed is tried again, send less until then.";
            case 131000, 131016, 131057 -> "Meta is not available: what failed is tried again.";
            case 0, 190 -> "The access token is not valid any more: set a new one for the app, or nothing is sent.";
            case 3, 10, 131005 -> "The app lacks a permission: grant it in the app's settings.";
            case 368, 131031, 131048 -> "Meta restricts the account for its conduct: look into the WhatsApp Manager.";
            case 131042 -> "The payment method failed: see to it in the WhatsApp Manager, or nothing is sent.";
            case 131030 -> "The recipient is not on the list of allowed ones, or is there in another form.";
            case 131051, 131060 -> "WhatsApp did not pass on what a customer sent.";
            case 131052 -> "Meta could not load what a customer sent.";
            case 132015, 132016 -> "The template is paused or disabled: use another one.";
            case 133010 -> "The number is not registered: register it, or it receives and sends nothing.";
            default ->
                code >= 200 && code <= 299
                        ? "The app lacks a permission: grant it in the app's settings."
                        : "Meta's list of error codes says what it means.";
        };
    }
}
